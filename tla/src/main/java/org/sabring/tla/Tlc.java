package org.sabring.tla;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.law.StateGraph;

/**
 * Runs TLC, each time in a JVM of its own: it keeps static state, and may end its JVM. Each run has
 * a folder of its own, which holds the modules, the configuration, what TLC printed, and its
 * temporary files.
 */
final class Tlc {

  /** How many states are too few for the JVM's better compiler to pay. */
  private static final int SMALL = 50_000;

  private final Path folder;

  /**
   * @param folder where the runs get their folders
   */
  Tlc(Path folder) {
    this.folder = folder;
  }

  /**
   * Checks a model, with one worker: liveness needs that, and the depth is the same each time.
   *
   * @throws InterruptedException if the caller gave up; TLC is gone then
   */
  TlcReport check(Model model) throws InterruptedException {
    return TlcReport.parse(run(model, model.configuration(), List.of()));
  }

  /**
   * Checks all cases of a sweep, with one worker: with more, what is reported would not be
   * shortest, and might be reported twice.
   *
   * @throws InterruptedException if the caller gave up; TLC is gone then
   */
  SweepReport check(Sweep sweep) throws InterruptedException {
    List<String> options = List.of("-continue");
    return SweepReport.parse(run(sweep.model(), sweep.configuration(), options));
  }

  /**
   * Every state of a model and every step, with the names of the actions.
   *
   * @throws IllegalStateException if TLC could not explore the model to its end
   */
  StateGraph graph(Model model) throws InterruptedException {
    try {
      return TlcGraph.read(dump(model));
    } catch (IOException e) {
      throw new UncheckedIOException(model.name(), e);
    }
  }

  /**
   * The same, as the file that TLC writes.
   *
   * @throws IllegalStateException if TLC could not explore the model to its end
   */
  Path dump(Model model) throws InterruptedException {
    Path dot = folder(model).resolve("graph.dot");
    List<String> options = List.of("-dump", "dot,actionlabels", dot.toString());
    TlcReport report = TlcReport.parse(run(model, model.configuration(), options));
    if (report.outcome() != TlcReport.Outcome.HOLDS) {
      throw new IllegalStateException(model.name() + ": " + report.message());
    }
    return dot;
  }

  /**
   * What the model prints, of every state that it has.
   *
   * @throws IllegalStateException if TLC could not explore the model to its end
   */
  String told(Model model) throws InterruptedException {
    String output = run(model, model.configuration(), List.of());
    TlcReport report = TlcReport.parse(output);
    if (!report.isFinished()) {
      throw new IllegalStateException(model.name() + ": " + report.message());
    }
    return TlcMessage.outside(output);
  }

  private Path folder(Model model) {
    return folder.resolve(model.name());
  }

  /** Runs TLC; what it printed comes back. */
  private String run(Model model, String configuration, List<String> options)
      throws InterruptedException {
    Path home = folder(model);
    try {
      clear(home);
      Files.createDirectories(home.resolve("tmp"));
      Law.copyTo(home, model.module());
      Files.writeString(home.resolve("model.cfg"), configuration);
      Path output = home.resolve("output.txt");
      Process process =
          new ProcessBuilder(command(model, home, options))
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      try {
        process.waitFor();
      } finally {
        process.destroyForcibly();
      }
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(model.name(), e);
    }
  }

  private static List<String> command(Model model, Path home, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "-Xmx2g", "-Djava.io.tmpdir=" + home.resolve("tmp")));
    // A control expects 0 states: it stops at the first violation.
    if (model.effort() == Bounds.QUICK || model.expect().states() < SMALL) {
      command.add("-XX:TieredStopAtLevel=1"); // it ends before better code would pay
    }
    command.addAll(List.of("-cp", jar().toString(), "tlc2.TLC", "-tool", "-workers", "1"));
    command.addAll(List.of("-metadir", home.resolve("tmp").toString()));
    command.addAll(options);
    command.addAll(List.of("-config", "model.cfg", model.module()));
    return command;
  }

  /** The archive of TLC, on whatever class path this runs. */
  private static Path jar() {
    try {
      Class<?> tlc = Class.forName("tlc2.TLC", false, Tlc.class.getClassLoader());
      return Path.of(tlc.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException("TLC is not on the class path", e);
    }
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
