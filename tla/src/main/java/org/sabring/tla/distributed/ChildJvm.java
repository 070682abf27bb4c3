package org.sabring.tla.distributed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.sabring.tla.Archives;

/** A child JVM that runs one of TLC's main classes, tethered to this one. */
final class ChildJvm implements AutoCloseable {

  /** A little more than a {@link Tether} grants. */
  private static final long GRACE_SECONDS = 7;

  private final Process process;

  /**
   * Starts it.
   *
   * @param folder where it runs, and for its temporary files
   * @param options of the JVM
   * @param main the main class and its arguments
   */
  ChildJvm(Path folder, List<String> options, List<String> main) throws IOException {
    Path temporary = Files.createDirectories(folder.resolve("jvm"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(options);
    command.add("-cp");
    command.add(String.join(java.io.File.pathSeparator, Archives.of(Tether.class), Archives.tlc()));
    command.add(Tether.class.getName());
    command.addAll(main);
    process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }

  /** Hears each line that it prints, to its end. */
  void forEachLine(Consumer<String> listener) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        listener.accept(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets it take its leave if it still runs, and ends it. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      // It has ended, or will now.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
