package org.sabring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sabring.ring.CursorRing;

/** A program of the tests in a JVM of its own, with the ring and nothing else on its class path. */
public final class Fork {

  private Fork() {}

  /** How it ended, and what it printed. */
  public record Ended(int exit, String printed) {}

  /** Runs it to its end, which has to come within the time. */
  public static Ended run(Class<?> program, List<String> options, long seconds, String... arguments)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("sabring", ".out");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    String classes =
        place(program) + System.getProperty("path.separator") + place(CursorRing.class);
    command.addAll(List.of("-cp", classes, program.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      boolean over = process.waitFor(seconds, TimeUnit.SECONDS);
      String printed = Files.readString(output, StandardCharsets.UTF_8);
      assertThat(over).as("over in %d s; printed: %s", seconds, printed).isTrue();
      return new Ended(process.exitValue(), printed);
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
