package org.sabring.properties.explore.ring;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.sabring.explore.Options;
import org.sabring.properties.world.ExploredCase;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.check.Bounds;

/**
 * The programs that are explored of a mutant, on the ring as it is where this class is loaded: the
 * program that is enough to show it, the same seen by callers alone, and then every program of the
 * layer.
 */
public final class RingMutantCases implements BiFunction<Mutant, Bounds, List<ExploredCase>> {

  @Override
  public List<ExploredCase> apply(Mutant row, Bounds bounds) {
    Mutant.Calls calls = Objects.requireNonNull(row.calls(), row.name());
    RingProgram program =
        new RingProgram(
            calls.capacity(),
            CallText.producer(calls.producer()),
            CallText.consumer(calls.consumer()));
    String name = "the program that shows " + row.name();
    RingCase shows = new RingCase(name, program, Options.PLAIN.interrupts(calls.interrupts()));
    List<ExploredCase> cases = new ArrayList<>();
    cases.add(calls.fromOutside() ? new FromOutside(shows) : shows);
    cases.add(new FromOutside(shows));
    for (RingCase one : RingCase.within(bounds)) {
      cases.add(calls.fromOutside() ? new FromOutside(one.unbounded()) : one.unbounded());
    }
    return cases;
  }
}
