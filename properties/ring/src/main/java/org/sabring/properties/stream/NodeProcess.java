package org.sabring.properties.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real Node that runs scripts on its own streams, one after the other, as long as it is open. One
 * thread at a time may use it.
 */
final class NodeProcess implements AutoCloseable {

  /** The streams that ours are held against are those of this version. */
  private static final int VERSION = 20;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path runner;
  private Process process;
  private BufferedWriter in;
  private BufferedReader out;

  private NodeProcess(Path runner) throws IOException {
    this.runner = runner;
    this.process = begin(runner);
    this.in = process.outputWriter(UTF_8);
    this.out = process.inputReader(UTF_8);
  }

  private static Process begin(Path runner) throws IOException {
    return new ProcessBuilder("node", "--no-warnings", runner.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /**
   * Whether a log ends because something broke: with an exception that nobody has caught, or so.
   */
  static boolean isBroken(List<String> log) {
    return last(log).startsWith("broke: ");
  }

  /** The end of a log whose stream says that it holds another number of bytes than it does. */
  private static final String LOST_COUNT = "broke: Node has lost count";

  /** Whether it was Node's own streams that broke, and not what runs the scripts. */
  static boolean isOfNode(List<String> log) {
    if (last(log).equals(LOST_COUNT)) {
      return true;
    }
    List<String> frames = last(log).lines().filter(line -> line.startsWith("    at ")).toList();
    return isBroken(log) && !frames.isEmpty() && frames.get(0).contains("(node:internal/streams/");
  }

  private static String last(List<String> log) {
    return log.isEmpty() ? "" : log.get(log.size() - 1);
  }

  /** The version of the Node on the path, without its v; empty if there is none. */
  static Optional<String> version() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("node", "--version")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String version = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      boolean ended = process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
      return ended && version.startsWith("v")
          ? Optional.of(version.substring(1))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Why there is nothing to compare with; null if there is. */
  static @Nullable String missing() throws InterruptedException {
    Optional<String> version = version();
    if (version.isEmpty()) {
      return "node is not on the path";
    }
    return version.get().startsWith(VERSION + ".")
        ? null
        : "node is " + version.get() + ", and the streams here follow " + VERSION;
  }

  /** Starts it. */
  static NodeProcess start() throws IOException {
    Path runner = Files.createTempFile("sabring", ".cjs");
    try (InputStream source = NodeProcess.class.getResourceAsStream("runner.cjs")) {
      Files.copy(
          Objects.requireNonNull(source, "runner.cjs"),
          runner,
          StandardCopyOption.REPLACE_EXISTING);
      return new NodeProcess(runner);
    } catch (IOException e) {
      Files.delete(runner);
      throw e;
    }
  }

  /** Gives it a script. It runs it while we run ours. */
  void ask(NodeScript script) {
    try {
      in.write(script.json());
      in.newLine();
      in.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The log of the script asked last. One that broke has ended this Node: there is a new one. */
  List<String> answer() {
    try {
      String line = out.readLine();
      if (line == null) {
        throw new IllegalStateException("node has ended");
      }
      List<String> log = MAPPER.readValue(line, new TypeReference<>() {});
      if (isBroken(log)) {
        process.destroy();
        process = begin(runner);
        in = process.outputWriter(UTF_8);
        out = process.inputReader(UTF_8);
      }
      return log;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it. */
  @Override
  public void close() throws IOException {
    process.destroy();
    Files.deleteIfExists(runner);
  }
}
