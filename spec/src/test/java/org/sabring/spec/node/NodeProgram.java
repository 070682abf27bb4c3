package org.sabring.spec.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the examples for Node, run to its end. */
final class NodeProgram {

  static final Path EXAMPLES =
      Path.of(System.getProperty("sabring.root", ".."), "spec", "examples", "node")
          .toAbsolutePath();

  private static final int PATIENCE_SECONDS = 280;

  private NodeProgram() {}

  /** Whether Node 20 or later is on the path. */
  static boolean isThere() throws InterruptedException {
    try {
      Process process = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
      String version = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      process.waitFor();
      return version.matches("v\\d+\\..*")
          && Integer.parseInt(version.substring(1, version.indexOf('.'))) >= 20;
    } catch (IOException e) {
      return false;
    }
  }

  /** Runs Node in a directory, with variables more; it has to end well. Returns what it said. */
  static String run(Path directory, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("sabring-node", ".txt");
    try {
      List<String> command = new ArrayList<>(List.of("node"));
      command.addAll(List.of(arguments));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(variables);
      Process process = builder.start();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      process.destroy();
      String said = Files.readString(output);
      assertThat(ended).as("%s ended; it said: %s", command, said).isTrue();
      assertThat(process.exitValue()).as(said).isZero();
      return said;
    } finally {
      Files.delete(output);
    }
  }
}
