package org.sabring.properties.conform;

import java.util.List;
import org.sabring.properties.mutant.CloseWithoutNotify;
import org.sabring.properties.mutant.CountAfterPublish;
import org.sabring.properties.mutant.CountTwice;
import org.sabring.properties.mutant.NoRoomNotify;
import org.sabring.properties.mutant.PublishBeforeWrite;
import org.sabring.properties.mutant.SharedWaitCounter;
import org.sabring.properties.mutant.SkipSlot;
import org.sabring.properties.mutant.WaitUncounted;
import org.sabring.properties.mutant.WaitWithoutCompare;
import org.sabring.properties.trial.Mutation;
import org.sabring.spec.Profile;
import org.sabring.spec.Rule;
import org.sabring.spec.machine.MachineGraph;
import org.sabring.spec.machine.Protocol;
import org.sabring.spec.machine.ReferenceMachine;

/** A mistake in the ring or in the machine, which the comparison of the two must find. */
enum MachineControl {
  SkipSlot(SkipSlot::new, Rule.RB103, Rule.RB204),
  SharedWaitCounter(SharedWaitCounter::new, Rule.RB203),
  CountTwice(CountTwice::new, Rule.RB402),
  WaitUncounted(WaitUncounted::new, Rule.RB403),
  WaitWithoutCompare(WaitWithoutCompare::new),
  NoRoomNotify(NoRoomNotify::new, Rule.RB303),
  CloseWithoutNotify(CloseWithoutNotify::new),
  CountAfterPublish(CountAfterPublish::new),
  PublishBeforeWrite(PublishBeforeWrite::new),
  /** The ring gives up, and the machine never does: the ring takes more steps. */
  MachineNeverGivesUp(Ways.BOTH, machine(4, true, false)),
  /** The machine gives up, and the ring never does: it takes fewer. */
  RingNeverGivesUp(Ways.BLOCKING, machine(4, true, true)),
  /** The machine counts one further before it begins again at 0. */
  MachineCountsFurther(Ways.BOTH, machine(5, true, true)),
  /** The machine never closes, and counts after it has published. */
  MachineOfTheSeed(Ways.BOTH, new Protocol(2, 5, 4, Profile.SEED, true, true));

  @SuppressWarnings("ImmutableEnumChecker") // a constructor
  private final Mutation mutation;

  private final Ways ways;

  @SuppressWarnings("ImmutableEnumChecker") // a record of immutable parts
  private final Protocol machine;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Rule> rules;

  MachineControl(Mutation mutation, Rule... rules) {
    this.mutation = mutation;
    this.ways = Ways.BOTH;
    this.machine = machine(4, true, true);
    this.rules = List.of(rules);
  }

  MachineControl(Ways ways, Protocol machine) {
    this.mutation = Mutation.NONE;
    this.ways = ways;
    this.machine = machine;
    this.rules = List.of();
  }

  private static Protocol machine(int modulus, boolean mayWait, boolean mayGiveUp) {
    return new Protocol(2, 5, modulus, Profile.REFERENCE, mayWait, mayGiveUp);
  }

  /** The rules that the mistake breaks, and whose breach is what is found. */
  List<Rule> rules() {
    return rules;
  }

  /** Compares a ring and a machine, of which one is wrong. */
  Comparison compare() throws InterruptedException {
    MachineGraph graph = new MachineGraph(new ReferenceMachine(machine));
    return Conformance.of(2, ways).with(mutation).compare(graph, states -> {});
  }
}
