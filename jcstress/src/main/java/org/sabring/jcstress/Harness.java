package org.sabring.jcstress;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.Main;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * Runs jcstress in a JVM of its own, on the class path of this one. Each run has a folder of its
 * own, which holds what jcstress printed, its results, its report and its temporary files.
 */
final class Harness {

  private static final long POLL_MILLIS = 250;
  private static final String SCRIPTS = "scripts.bin";

  private final Path folder;

  /**
   * @param folder where the runs get their folders
   */
  Harness(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /**
   * What a run left behind.
   *
   * @param results one for each test in each configuration
   * @param trouble why results may be missing, or empty when jcstress came to its end
   */
  record Run(List<TestResult> results, String trouble) {}

  /**
   * Runs the tests as planned. jcstress ends with 1 when something forbidden was seen, and with 0
   * when no test matched: its exit code says little, so what ran must be read from the results.
   *
   * @param says hears the last line that jcstress printed
   * @throws InterruptedException if the caller gave up; jcstress and its forks are gone then
   */
  Run run(Plan plan, List<Race> races, Consumer<String> says)
      throws IOException, InterruptedException {
    Path home = folder.resolve(plan.name());
    clear(home);
    Files.createDirectories(home.resolve("tmp"));
    Script.write(races, home.resolve(SCRIPTS));
    Path output = home.resolve("output.txt");
    Process process =
        new ProcessBuilder(command(plan, races, home))
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    String trouble;
    try {
      boolean ended = await(process, plan.limit(), () -> says.accept(lastLine(output)));
      trouble = ended ? trouble(process, output) : stopped(plan.limit());
    } finally {
      kill(process);
    }
    return new Run(results(home), trouble);
  }

  private static boolean await(Process process, Duration limit, Runnable tick)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      tick.run();
    }
    return true;
  }

  private static String stopped(Duration limit) {
    return "jcstress was stopped: it had not ended after " + limit.toSeconds() + " s";
  }

  private static String trouble(Process process, Path output) {
    int code = process.exitValue();
    return code <= 1 ? "" : "jcstress ended with " + code + ": " + lastLine(output);
  }

  /** The harness before its forks: it would start others in their place. */
  private static void kill(Process process) {
    List<ProcessHandle> forks = process.descendants().toList();
    process.destroyForcibly();
    forks.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
    forks.forEach(fork -> fork.onExit().join());
  }

  /** The forks get the same properties. */
  private static List<String> command(Plan plan, List<Race> races, Path home) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + home.resolve("tmp"));
    command.add("-D" + Memories.PROPERTY + "=" + Memories.text(plan.memories()));
    command.add("-D" + Script.PROPERTY + "=" + home.resolve(SCRIPTS));
    command.add("-Djcstress.console.printIntervalMs=1000");
    command.addAll(List.of("-cp", classPath(), Main.class.getName()));
    command.addAll(List.of("-t", selector(races), "-r", home.resolve("report").toString()));
    command.addAll(plan.options());
    return command;
  }

  /** The run has a folder of its own, so what was relative to this one must not be. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String selector(List<Race> races) {
    return races.stream()
        .map(race -> race.fullName().replace(".", "\\."))
        .collect(Collectors.joining("|", "^(", ")$"));
  }

  /** What jcstress wrote into the folder of a run; of a run that was stopped, what there is. */
  static List<TestResult> results(Path home) throws IOException {
    List<TestResult> results = new ArrayList<>();
    try (Stream<Path> files = Files.list(home)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".bin.gz")).sorted().toList()) {
        read(file, results);
      }
    }
    return results;
  }

  private static void read(Path file, List<TestResult> results) throws IOException {
    try {
      DiskReadCollector collector = new DiskReadCollector(file.toString(), results::add);
      collector.dump();
      collector.close();
    } catch (EOFException e) {
      // Nothing was written: then nothing is added.
    } catch (ClassNotFoundException e) {
      throw new IOException(file + ": not a result of this jcstress", e);
    }
  }

  private static String lastLine(Path output) {
    try {
      List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
      return lines.stream().filter(l -> !l.isBlank()).reduce("", (first, last) -> last).strip();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
