package org.sabring.explore.search;

import org.jspecify.annotations.Nullable;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Step;
import org.sabring.explore.memory.DataRace;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.search.Position.Happened;
import org.sabring.explore.search.Position.Returned;
import org.sabring.explore.search.Position.Said;

/**
 * The events of a step, as they are reported to the monitor: it hears of each operation at its
 * return at the latest.
 */
final class Report {

  private final Ground ground;
  private Monitor monitor;
  private int begun;

  /**
   * To a monitor.
   *
   * @param begun the sides whose operation it has heard of, as bits
   */
  Report(Ground ground, Monitor monitor, int begun) {
    this.ground = ground;
    this.monitor = monitor;
    this.begun = begun;
  }

  Monitor monitor() {
    return monitor;
  }

  int begun() {
    return begun;
  }

  /** A step, and the operation if it is the first of it. */
  void step(Step step, Position at, Memory after) {
    int side = step.side();
    if (step.isAccess()) {
      begin(side, at.operation());
      int bound = at.operation().bound();
      if (bound > 0 && at.steps >= bound) {
        throw new PropertyViolation(
            "%s takes more than %d steps of its own".formatted(at.operation().call(), at.steps));
      }
    }
    monitor = monitor.stepped(step, after);
    race(after.race());
  }

  private void begin(int side, Operation<?> operation) {
    if ((begun & 1 << side) == 0) {
      begun |= 1 << side;
      monitor = monitor.called(side, operation);
    }
  }

  void race(@Nullable DataRace race) {
    if (race != null) {
      monitor.raced(race, ground.scene().locations().nameOf(race.location()));
    }
  }

  /** What happened to a side on the way to its next step. */
  void happened(int side, Happened one) {
    if (one instanceof Said said) {
      monitor = monitor.said(side, said.what());
    } else if (one instanceof Returned returned) {
      begin(side, returned.operation());
      begun &= ~(1 << side);
      monitor = ground.pool().after(monitor, side, returned);
    }
  }
}
