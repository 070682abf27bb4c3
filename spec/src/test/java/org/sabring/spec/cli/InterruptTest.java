package org.sabring.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Progress;

/** What happens to a run that is told to terminate. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there, to terminate is to kill")
class InterruptTest {

  @Test
  void theRunningLayerIsInterruptedAndTheVerdictIsWritten(@TempDir Path root) throws Exception {
    Process process = start(root);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).isEqualTo("running");
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(128 + 15);
    assertThat(Files.readString(root.resolve("target/verdict/verdict.json")))
        .contains("in forever: interrupted");
  }

  private static Process start(Path root) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Forever.class.getName(),
            root.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Runs a layer that ends only when it is interrupted. */
  static final class Forever implements Layer {
    public static void main(String[] args) {
      PrintWriter writer = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
      Console console = new Console(writer, writer, 0, false, Path.of(args[0]));
      Layers layers = new Layers(List.of(new Forever()), List.of());
      System.exit(Main.execute(console, () -> layers, "verify"));
    }

    @Override
    public String name() {
      return "forever";
    }

    @Override
    public String promise() {
      return "";
    }

    @Override
    public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
      progress.begin("forever");
      System.out.println("running");
      new CountDownLatch(1).await();
      throw new AssertionError("nobody counts down");
    }
  }
}
