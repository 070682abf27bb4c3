package org.sabring.properties.explore.ring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sabring.properties.explore.shipped.ShippedChecks;
import org.sabring.properties.explore.stream.StreamCase;
import org.sabring.properties.world.ExploredCase;
import org.sabring.properties.world.MutantWorld;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.MutantLayer;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Tasks;

/**
 * The layer {@code explore}: the shipped ring and streams under every schedule and every read that
 * a memory model permits, and mistakes that it must find.
 */
public final class ExploreLayer implements Layer {

  private final List<Mutant> mutants;

  /** All programs and all mutants. */
  public ExploreLayer() {
    this(RingMutant.rows());
  }

  ExploreLayer(List<Mutant> mutants) {
    this.mutants = List.copyOf(mutants);
  }

  @Override
  public String name() {
    return "explore";
  }

  @Override
  public String promise() {
    return "The shipped code runs under every schedule and every read that SC, TSO and"
        + " release/acquire permit, exhaustively for small programs. Cannot see what the JIT does,"
        + " load buffering, or larger programs.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
    List<ExploredCase> cases = new ArrayList<>(RingCase.within(bounds));
    cases.addAll(StreamCase.within(bounds));
    cases.addAll(ShippedChecks.cases(bounds));
    Tasks tasks = new Tasks();
    CaseRuns runs = new CaseRuns();
    runs.add(tasks, cases);
    for (Mutant mutant : mutants) {
      tasks.add(mutant.name(), () -> MutantRuns.check(RingMutant.of(mutant)));
    }
    for (StreamMutant mutant : StreamMutant.found()) {
      tasks.add(mutant.row().name(), () -> MutantRuns.check(mutant));
    }
    ShippedChecks.add(tasks, bounds);
    List<Check> checks = tasks.run(progress);
    return new Evidence(checks, List.of(runs.table(cases)));
  }

  /**
   * Everything that is explored of the ring as shipped, and the program that shows the mistake; or
   * everything that is explored of the streams.
   */
  @Override
  public Optional<Layer> planted(Mutant mutant) {
    if (MutantWorld.ofTheStreams().contains(mutant)) {
      StreamMutant inStream = new StreamMutant(mutant);
      return Optional.of(
          new MutantLayer(this, (bounds, progress) -> planted(inStream.cases(bounds), progress)));
    }
    return mutants.stream()
        .filter(one -> one.name().equals(mutant.name()))
        .findFirst()
        .map(
            one -> new MutantLayer(this, (bounds, p) -> planted(RingMutant.cases(one, bounds), p)));
  }

  private static Evidence planted(List<ExploredCase> cases, Progress progress)
      throws InterruptedException {
    Tasks tasks = new Tasks();
    CaseRuns runs = new CaseRuns();
    runs.add(tasks, cases);
    List<Check> checks = tasks.run(progress);
    return new Evidence(checks, List.of(runs.table(cases)));
  }
}
