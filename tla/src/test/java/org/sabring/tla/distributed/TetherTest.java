package org.sabring.tla.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever started a JVM holds the other end of its standard input, and lets go when it dies. */
@Timeout(120)
class TetherTest {

  @Test
  void endsWithItsStandardInputWhateverItDoes() throws IOException, InterruptedException {
    Process forever = start(Forever.class);
    assertThat(line(forever)).isEqualTo("running");
    assertThat(forever.isAlive()).isTrue();
    forever.getOutputStream().close();
    assertThat(forever.waitFor()).isEqualTo(1);
  }

  @Test
  void endsEvenIfItsLeaveTakesForEver() throws IOException, InterruptedException {
    Process leaving = start(ForeverLeaving.class);
    assertThat(line(leaving)).isEqualTo("running");
    leaving.getOutputStream().close();
    assertThat(leaving.waitFor()).isEqualTo(1);
  }

  @Test
  void endsByItselfWhenItsWorkIsDone() throws IOException, InterruptedException {
    Process done = start(Done.class);
    assertThat(line(done)).isEqualTo("done");
    assertThat(done.waitFor()).isZero();
  }

  private static String line(Process process) throws IOException {
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    return lines.readLine();
  }

  private static Process start(Class<?> main) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Tether.class.getName(),
            main.getName())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Does not end by itself. */
  public static final class Forever {
    public static void main(String[] args) throws InterruptedException {
      System.out.println("running");
      new CountDownLatch(1).await();
    }
  }

  /** Nor when it is asked to. */
  public static final class ForeverLeaving {
    public static void main(String[] args) throws InterruptedException {
      Runtime.getRuntime().addShutdownHook(new Thread(ForeverLeaving::hang));
      Forever.main(args);
    }

    private static void hang() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends at once. */
  public static final class Done {
    public static void main(String[] args) {
      System.out.println("done");
    }
  }
}
