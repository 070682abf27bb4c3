package org.sabring.jcstress;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.sabring.jcstress.fixture.Memories;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutant.Edit;

/**
 * The harness that runs jcstress in a JVM of its own, on the class path of this one. Each plan has
 * a folder of its own, which holds its trials, results and temporary files; what jcstress printed
 * is beside them.
 */
final class Harness {

  private static final long POLL_MILLIS = 250;

  /** The file in a plan's folder that {@link Launcher} reads. */
  static final String TRIALS = "trials.txt";

  private final Path folder;
  private final Forks forks;

  /**
   * @param folder where the runs get their folders
   */
  Harness(Path folder) {
    this(folder, Mutant::edits);
  }

  /**
   * The same with edits that are not those of the catalogue.
   *
   * @param edits how a mutant is planted in shipped sources
   */
  Harness(Path folder, Function<Mutant, List<Edit>> edits) {
    this.folder = folder.toAbsolutePath();
    this.forks = new Forks(this.folder.resolve("mutants"), edits);
  }

  /** Trials to run as a plan says. */
  record Part(RunPlan plan, List<RaceTrial> trials) {}

  /**
   * The results of a part.
   *
   * @param results one for each fork
   * @param trouble why results may be missing, or empty when jcstress came to its end
   */
  record Run(List<TestResult> results, String trouble) {}

  /**
   * Runs the parts one after the other: jcstress asks this machine once what it can, which takes
   * seconds. What ran must be read from the results.
   *
   * @param says hears the last line that jcstress printed
   * @return the results of each part
   * @throws InterruptedException if the caller gave up; jcstress and its forks are gone then
   */
  List<Run> run(List<Part> parts, Consumer<String> says) throws IOException, InterruptedException {
    List<List<String>> troubles = new ArrayList<>();
    List<Path> homes = new ArrayList<>();
    Duration limit = Duration.ZERO;
    for (Part part : parts) {
      Path home = home(part);
      clear(home);
      Files.createDirectories(home.resolve("tmp"));
      List<String> unwritten = write(part, home);
      troubles.add(unwritten);
      if (unwritten.size() < part.trials().size()) {
        homes.add(home);
        limit = limit.plus(part.plan().limit());
      }
    }
    List<String> trouble = homes.isEmpty() ? List.of() : launch(homes, limit, says);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      troubles.get(i).addAll(trouble);
      runs.add(new Run(results(home(parts.get(i))), String.join("; ", troubles.get(i))));
    }
    return runs;
  }

  private Path home(Part part) {
    return folder.resolve(part.plan().name());
  }

  /** Runs what was written down; what went wrong, if anything did. */
  private List<String> launch(List<Path> homes, Duration limit, Consumer<String> says)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command(homes))
            .directory(homes.get(0).toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      boolean ended = await(process, limit, () -> says.accept(lastLine(output)));
      return ended ? trouble(process, output) : stopped(limit);
    } finally {
      kill(process);
    }
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

  private static List<String> stopped(Duration limit) {
    return List.of("jcstress was stopped: it had not ended after " + limit.toSeconds() + " s");
  }

  private static List<String> trouble(Process process, Path output) {
    int code = process.exitValue();
    return code == 0 ? List.of() : List.of("jcstress ended with " + code + ": " + lastLine(output));
  }

  /** The harness before its forks: it would start others in their place. */
  private static void kill(Process process) {
    List<ProcessHandle> forks = process.descendants().toList();
    process.destroyForcibly();
    forks.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
    forks.forEach(fork -> fork.onExit().join());
  }

  /** Writes down the options and what is to run; what cannot be, a line each. */
  private List<String> write(Part part, Path home) throws IOException {
    List<String> properties =
        List.of(
            "-Djava.io.tmpdir=" + home.resolve("tmp"),
            "-D" + Memories.PROPERTY + "=" + Memories.text(part.plan().memories()));
    List<String> troubles = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    lines.add(String.join(Launcher.TAB, part.plan().options()));
    for (RaceTrial trial : part.trials()) {
      try {
        lines.add(forks.line(trial, properties));
      } catch (IOException | IllegalArgumentException e) {
        troubles.add(trial.name() + ": " + e.getMessage());
      }
    }
    Files.write(home.resolve(TRIALS), lines);
    return troubles;
  }

  private static List<String> command(List<Path> homes) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + homes.get(0).resolve("tmp"));
    command.addAll(List.of("-cp", Forks.classPath(), Launcher.class.getName()));
    homes.forEach(home -> command.add(home.toString()));
    return command;
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

  /** Removes a folder and what is in it, if it is there. */
  static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
