package org.sabring.bugs.rivals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A JVM of its own, with a limit of time. */
final class Forked {

  private static final double SECOND = 1e9;

  private Forked() {}

  /** The class path of this JVM. */
  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /**
   * How long a JVM may take.
   *
   * @param work seconds of processor time
   * @param clock seconds by the clock
   */
  record Limit(double work, double clock) {}

  /**
   * Runs a command.
   *
   * @param enough whether what it has said so far is enough, and it can be stopped
   */
  static Answer run(List<String> command, Path log, Limit limit, Predicate<String> enough)
      throws IOException, InterruptedException {
    Files.createDirectories(log.getParent());
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(Files.createDirectories(log.resolveSibling("work")).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.getOutputStream().close();
    boolean isOver = false;
    double work = 0;
    while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
      work =
          Math.max(work, process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3);
      isOver = work > limit.work() || (System.nanoTime() - begun) / SECOND > limit.clock();
      if (isOver || enough.test(said(log))) {
        stop(process);
      }
    }
    double clock = (System.nanoTime() - begun) / SECOND;
    return Answer.parse(said(log), work, clock, isOver);
  }

  private static void stop(Process process) throws InterruptedException {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
  }

  static String said(Path log) throws IOException {
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
  }
}
