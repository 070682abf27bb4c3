package org.sabring.tla.tlc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.sabring.tla.Archives;

/** A child JVM with a {@link TlcServer}: runs TLC on one model after the other. */
final class TlcProcess {

  /**
   * How many models it runs: TLC leaves something of each behind, because threads of the JVM hold
   * on to its classes.
   */
  private static final int RUNS = 20;

  private final Process process;
  private final Writer requests;
  private final BufferedReader answers;
  private int runs;

  /**
   * Starts it.
   *
   * @param folder for its temporary files
   * @param brief whether runs end before the JVM's better compiler would pay
   */
  TlcProcess(Path folder, boolean brief) throws IOException {
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx2g", "-Djava.io.tmpdir=" + folder));
    if (brief) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.addAll(List.of("-cp", Archives.of(TlcServer.class)));
    command.addAll(List.of(TlcServer.class.getName(), Archives.tlc()));
    process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(folder.resolve("error.txt").toFile())
            .start();
    requests = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Runs TLC to its end, or to that of its JVM.
   *
   * @param output the file for what it prints
   * @throws InterruptedException if the caller gave up; the process is gone then
   */
  void run(Path output, List<String> options) throws IOException, InterruptedException {
    runs++;
    FutureTask<String> answer = new FutureTask<>(answers::readLine);
    Thread reader = new Thread(answer, "answer of TLC"); // reading cannot be interrupted
    reader.setDaemon(true);
    try {
      requests.write(output + "\t" + String.join("\t", options) + "\n");
      requests.flush();
      reader.start();
      if (!"".equals(answer.get())) {
        runs = RUNS;
      }
    } catch (ExecutionException e) {
      throw new UncheckedIOException(new IOException(e.getCause()));
    } catch (InterruptedException e) {
      close();
      throw e;
    }
  }

  /** Whether it can run another model. */
  boolean isFresh() {
    return runs < RUNS && process.isAlive();
  }

  /** Ends it. */
  void close() {
    process.destroyForcibly();
  }
}
