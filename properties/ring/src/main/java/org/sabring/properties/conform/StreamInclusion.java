package org.sabring.properties.conform;

import static org.sabring.properties.explore.ring.RingOperations.take;
import static org.sabring.properties.explore.ring.RingOperations.untilEnd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.sabring.explore.Exploration;
import org.sabring.explore.Finding;
import org.sabring.explore.Options;
import org.sabring.properties.conform.StreamConformance.Followed;
import org.sabring.properties.explore.Stories;
import org.sabring.properties.explore.stream.ReadableProgram;
import org.sabring.properties.explore.stream.StreamCase;
import org.sabring.properties.explore.stream.StreamProgram;
import org.sabring.properties.explore.stream.WritablePlan;
import org.sabring.properties.explore.stream.WritablePlan.Writer;
import org.sabring.properties.explore.stream.WritableProgram;
import org.sabring.properties.world.MutantWorld;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.check.Tasks;
import org.sabring.spec.law.Rule;
import org.sabring.tla.tlc.LawStates;

/**
 * The checks of trace inclusion for streams: at each bounds TLC runs once, and several programs
 * follow.
 */
final class StreamInclusion {

  /** A program, and what else may happen in it. */
  private record Run(String name, StreamProgram program, Options options) {}

  /** Makes the law that programs follow. */
  private interface Making {
    StreamConformance law() throws InterruptedException;
  }

  private static final Options PLAIN = Options.PLAIN;

  private StreamInclusion() {}

  static void add(Tasks tasks, Path folder, Bounds bounds) {
    boolean more = bounds != Bounds.QUICK;
    add(tasks, "a stream out of the ring", () -> smallest(false, folder), outOfTheRing(more), true);
    add(tasks, "a stream into the ring", () -> smallest(true, folder), intoTheRing(), true);
    if (more) {
      add(
          tasks,
          "a stream out of three slots",
          () -> StreamConformance.readable(3, 2, 3, folder),
          List.of(new Run("three slots, paused and resumed", StreamCase.threeSlots(), PLAIN)),
          false);
      add(
          tasks,
          "a stream of mark 0",
          () -> StreamConformance.readable(2, 0, 3, folder),
          List.of(new Run("mark 0", StreamCase.unbuffered(), PLAIN)),
          false);
      WritableProgram writer =
          new WritableProgram(
              3, WritablePlan.of(2, 4, Writer.HEEDS).ending(), List.of(untilEnd(take())));
      add(
          tasks,
          "a stream into three slots",
          () -> StreamConformance.writable(3, 2, 4, folder),
          List.of(new Run("three slots, written", writer, PLAIN)),
          false);
    }
  }

  private static List<Run> outOfTheRing(boolean more) {
    List<Run> runs = new ArrayList<>();
    runs.add(new Run("flowing", StreamCase.flowing(2), PLAIN));
    runs.add(new Run("paused and resumed", StreamCase.paused(2), PLAIN));
    runs.add(new Run("destroyed", StreamCase.destroyed(2), PLAIN));
    runs.add(new Run("told for no reason", StreamCase.flowing(2), PLAIN.spurious(1)));
    if (more) {
      runs.add(new Run("flowing, three elements", StreamCase.flowing(3), PLAIN));
      runs.add(new Run("paused for three", StreamCase.paused(3), PLAIN));
    }
    return runs;
  }

  private static List<Run> intoTheRing() {
    return List.of(
        new Run("written, and heeded", StreamCase.heeding(3), PLAIN),
        new Run("writer destroyed", StreamCase.destroyedWriter(2), PLAIN),
        new Run("writer cancelled", StreamCase.cancelled(), PLAIN),
        new Run("told of room for no reason", StreamCase.heeding(2), PLAIN.spurious(1)));
  }

  private static StreamConformance smallest(boolean intoTheRing, Path folder)
      throws InterruptedException {
    return intoTheRing
        ? StreamConformance.writable(2, 1, 4, folder)
        : StreamConformance.readable(2, 1, 3, folder);
  }

  /** The mistake in the shipped streams, found by the law that it breaks. */
  static Check planted(Mutant mutant, Path folder) throws InterruptedException {
    return check(smallest(FollowedMutant.isIntoTheRing(mutant), folder), mutant).asFound();
  }

  private static Check check(StreamConformance conformance, Mutant mutant) {
    try {
      @SuppressWarnings("unchecked") // FollowedMutant says so itself
      BiFunction<LawStates, Mutant, Check> followed =
          MutantWorld.of(mutant).create(FollowedMutant.class, BiFunction.class);
      return followed.apply(conformance.law(), mutant);
    } catch (IOException e) {
      return Check.unknown(mutant.name(), "It did not run: " + e.getMessage());
    }
  }

  /** The mutants of the catalogue that the law is said to find, of one kind. */
  private static List<Mutant> mutants(boolean readable) {
    return MutantWorld.ofTheStreams().stream()
        .filter(mutant -> Mutants.cell(mutant, Column.CONFORMANCE).isCaught())
        .filter(mutant -> FollowedMutant.isIntoTheRing(mutant) != readable)
        .toList();
  }

  /** A task of its own: the programs, and the controls that are of the same kind. */
  private static void add(
      Tasks tasks, String name, Making making, List<Run> runs, boolean controls) {
    boolean readable = runs.get(0).program() instanceof ReadableProgram;
    List<Mutant> mutants = controls ? mutants(readable) : List.of();
    tasks.add(
        name,
        runs.size() + mutants.size(),
        () -> {
          StreamConformance conformance = making.law();
          List<Check> checks = new ArrayList<>();
          for (Run run : runs) {
            checks.add(check(conformance, run));
          }
          for (Mutant mutant : mutants) {
            checks.add(check(conformance, mutant));
          }
          return checks;
        });
  }

  private static Check check(StreamConformance conformance, Run run) throws InterruptedException {
    Followed followed = conformance.follow(run.program(), run.options());
    return check(
        "stream \u2286 law, " + run.name(),
        false,
        List.copyOf(run.program().rules()),
        run.program(),
        conformance,
        followed);
  }

  static Check check(
      String name,
      boolean control,
      List<Rule> rules,
      StreamProgram program,
      StreamConformance conformance,
      Followed followed) {
    Exploration exploration = followed.exploration();
    Finding finding = exploration.findings().stream().findFirst().orElse(null);
    Map<String, Number> figures = new LinkedHashMap<>();
    if (control && finding != null) {
      figures.put("steps to it", finding.story().lines().size() - 1);
    } else {
      figures.put("states", exploration.states());
      figures.put("steps", exploration.steps());
      figures.put("law states", conformance.law().count());
      figures.put("law states followed", followed.states());
    }
    figures.put("seconds", Math.round(exploration.seconds() * 100) / 100.0);
    Status status = Stories.status(exploration);
    if (control) {
      status = finding == null ? Status.FAIL : Status.PASS;
    }
    String found = finding == null ? "every step is one that the law allows" : finding.toString();
    return new Check(
            name,
            control,
            rules,
            status,
            program + ": " + found,
            figures,
            finding == null ? null : Stories.of(finding.story()))
        .over(Map.of("memory", "SC", "ring stores", Integer.toString(program.capacity() - 1)));
  }
}
