package org.sabring.tla.tlc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.sabring.spec.check.Bounds;
import org.sabring.tla.LawModules;
import org.sabring.tla.Model;
import org.sabring.tla.Sweep;

/**
 * TLC, in child JVMs: one for each model that is explored at the same time, as {@link TlcServer}
 * tells. Each run has a folder of its own, which holds the modules, the configuration, what TLC
 * printed, and its temporary files.
 */
final class Tlc implements AutoCloseable {

  /** How many states are too few for the JVM's better compiler to pay. */
  private static final int BRIEF = 200_000;

  private final RunFolder folder;
  private final Deque<TlcProcess> idle = new ArrayDeque<>();
  private int started;
  private boolean closed;

  /**
   * @param folder where the runs get their folders
   */
  Tlc(Path folder) {
    try {
      this.folder = RunFolder.below(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
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
   * Every state of a model and every step, with the names of the actions: the file that TLC writes.
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

  /** Where a model was explored last. */
  Path folder(Model model) {
    return folder.path().resolve(model.name());
  }

  /** Runs TLC; what it printed comes back. */
  private String run(Model model, String configuration, List<String> options)
      throws InterruptedException {
    Path home = folder(model);
    try {
      prepare(home, model.module(), configuration);
      Path output = Files.createFile(home.resolve("output.txt"));
      List<String> all = new ArrayList<>(List.of("-tool", "-workers", "1"));
      all.addAll(options);
      all.addAll(List.of("-metadir", home.resolve("tmp").toString()));
      all.addAll(List.of("-config", home.resolve("model.cfg").toString()));
      all.add(home.resolve(model.module()).toString());
      // A control expects 0 states: it stops at the first violation.
      boolean brief = model.effort() == Bounds.QUICK || model.expect().states() < BRIEF;
      TlcProcess process = brief ? take() : start(false);
      try {
        process.run(output, all);
      } finally {
        giveBack(process, brief);
      }
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(model.name(), e);
    }
  }

  /** Makes a folder that has what TLC needs for a model, and nothing else. */
  static void prepare(Path home, String module, String configuration) throws IOException {
    clear(home);
    Files.createDirectories(home);
    LawModules.copyTo(home, module);
    Files.writeString(home.resolve("model.cfg"), configuration);
  }

  private synchronized TlcProcess take() throws IOException {
    while (!idle.isEmpty()) {
      TlcProcess process = idle.pop();
      if (process.isFresh()) {
        return process;
      }
    }
    return start(true);
  }

  private synchronized TlcProcess start(boolean brief) throws IOException {
    return new TlcProcess(folder.path().resolve("jvm-" + ++started), brief);
  }

  private synchronized void giveBack(TlcProcess process, boolean brief) {
    if (brief && process.isFresh() && !closed) {
      idle.push(process);
    } else {
      process.close();
    }
  }

  /** Ends the JVMs, and lets others have the folder; what was written there stays. */
  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(TlcProcess::close);
    try {
      folder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(folder.path().toString(), e);
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
