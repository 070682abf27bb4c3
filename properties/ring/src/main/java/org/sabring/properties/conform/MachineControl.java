package org.sabring.properties.conform;

import org.sabring.spec.law.MachineGraph;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Protocol;
import org.sabring.spec.law.ReferenceMachine;

/** A ring held against the wrong machine, which the comparison must find. */
enum MachineControl {
  /** The ring gives up, and the machine never does: the ring takes more steps. */
  MachineNeverGivesUp(Ways.BOTH, machine(4, true, false)),
  /** The machine gives up, and the ring never does: it takes fewer. */
  RingNeverGivesUp(Ways.BLOCKING, machine(4, true, true)),
  /** The machine counts one further before it begins again at 0. */
  MachineCountsFurther(Ways.BOTH, machine(5, true, true)),
  /** The machine never closes, and counts after it has published. */
  MachineOfTheSeed(Ways.BOTH, new Protocol(2, 5, 4, Profile.SEED, true, true));

  private final Ways ways;

  @SuppressWarnings("ImmutableEnumChecker") // a record of immutable parts
  private final Protocol machine;

  MachineControl(Ways ways, Protocol machine) {
    this.ways = ways;
    this.machine = machine;
  }

  private static Protocol machine(int modulus, boolean mayWait, boolean mayGiveUp) {
    return new Protocol(2, 5, modulus, Profile.REFERENCE, mayWait, mayGiveUp);
  }

  /** Compares the ring with the machine. */
  Comparison compare() throws InterruptedException {
    MachineGraph graph = new MachineGraph(new ReferenceMachine(machine));
    return Conformance.of(2, ways).compare(graph, states -> {});
  }
}
