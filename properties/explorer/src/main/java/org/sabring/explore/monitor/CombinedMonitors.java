package org.sabring.explore.monitor;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Rest;
import org.sabring.explore.Step;
import org.sabring.explore.memory.DataRace;
import org.sabring.explore.memory.Memory;

/** The conjunction of monitors. */
public final class CombinedMonitors {

  private CombinedMonitors() {}

  /**
   * Both monitors: each of them hears everything, and what breaks a promise of either is a breach.
   * An exception, a race or a sleeper is allowed only if both allow it.
   */
  public static Monitor all(Monitor a, Monitor b) {
    return new Both(a, b);
  }

  private record Both(Monitor a, Monitor b) implements Monitor {

    private Both with(Monitor nextA, Monitor nextB) {
      return nextA == a && nextB == b ? this : new Both(nextA, nextB);
    }

    @Override
    public Monitor called(int side, Operation<?> operation) {
      return with(a.called(side, operation), b.called(side, operation));
    }

    @Override
    public Monitor stepped(Step step, Memory after) {
      return with(a.stepped(step, after), b.stepped(step, after));
    }

    @Override
    public Monitor said(int side, Object what) {
      return with(a.said(side, what), b.said(side, what));
    }

    @Override
    public Monitor returned(int side, Operation<?> operation, Object answer) {
      return with(a.returned(side, operation, answer), b.returned(side, operation, answer));
    }

    @Override
    public void rested(Rest rest) {
      a.rested(rest);
      b.rested(rest);
    }

    @Override
    public void raced(DataRace race, String location) {
      a.raced(race, location);
      b.raced(race, location);
    }

    @Override
    public String outcome(Rest rest) {
      return Stream.of(a.outcome(rest), b.outcome(rest))
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining("; "));
    }
  }
}
