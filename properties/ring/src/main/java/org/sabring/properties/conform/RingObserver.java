package org.sabring.properties.conform;

import static org.sabring.properties.explore.ring.RingProgram.CONSUMER;
import static org.sabring.properties.explore.ring.RingProgram.PRODUCER;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.search.State;
import org.sabring.properties.explore.graph.Observer;
import org.sabring.ring.RingLayout;
import org.sabring.spec.law.MachineGraph;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.RingState;
import org.sabring.spec.law.RingStep;

/**
 * A projection of the ring's states to those of the law, which compares each step with the law's.
 * It ends the walk at the first step that the law does not have; which of the law's steps were
 * seen, it keeps.
 */
final class RingObserver implements Observer {

  /** All that a state of the law is made of. */
  private record Seen(Memory memory, Remembered remembered, RingStep producer, RingStep consumer) {}

  private final MachineGraph law;
  private final RingLayout layout;
  private final StepNames names;
  private final Map<Seen, Integer> nodes = new HashMap<>();
  private final BitSet states = new BitSet();
  private final BitSet edges = new BitSet();
  private @Nullable String found;
  private Difference.Kind kind = Difference.Kind.STEP;

  RingObserver(MachineGraph law, RingLayout layout, StepNames names) {
    this.law = law;
    this.layout = layout;
    this.names = names;
  }

  /** The states of the law that were seen. */
  BitSet states() {
    return states;
  }

  /** The steps of the law that were seen. */
  BitSet edges() {
    return edges;
  }

  /** What ended the walk. */
  @Nullable String found() {
    return found;
  }

  /** What it is that differs. */
  Difference.Kind kind() {
    return kind;
  }

  @Override
  public int node(State look) {
    Seen seen = seen(look);
    if (seen == null) {
      return -1;
    }
    int node = nodes.computeIfAbsent(seen, s -> law.number(state(s)));
    if (node >= 0) {
      states.set(node);
    }
    return node;
  }

  private @Nullable Seen seen(State look) {
    RingStep producer = stands(look, PRODUCER);
    RingStep consumer = stands(look, CONSUMER);
    return producer == null || consumer == null
        ? null
        : new Seen(look.memory(), (Remembered) look.monitor(), producer, consumer);
  }

  /**
   * Where the law says that a side stands. Between two calls, and before the first step of one, it
   * stands before the first step of any; null if it is about to do what no step of the law does.
   */
  private @Nullable RingStep stands(State look, int side) {
    boolean producer = side == PRODUCER;
    if (look.isAsleep(side)) {
      return producer ? RingStep.PAsleep : RingStep.CAsleep;
    }
    if (look.isDone(side)) {
      return producer ? RingStep.PDone : RingStep.CDone;
    }
    Access next = look.next(side);
    return next != null && look.hasBegun(side)
        ? names.of(side, next)
        : producer ? RingStep.PLoadWrite : RingStep.CLoadWrite;
  }

  private RingState state(Seen seen) {
    Memory memory = seen.memory();
    Remembered r = seen.remembered();
    List<Integer> slots =
        IntStream.range(0, layout.capacity())
            .mapToObj(slot -> (int) memory.latest(layout.slot(slot)))
            .toList();
    return new RingState(
        (int) memory.latest(layout.write()),
        (int) memory.latest(layout.read()),
        (int) memory.latest(layout.produced()),
        (int) memory.latest(layout.consumed()),
        (int) memory.latest(layout.producerWaits()),
        (int) memory.latest(layout.consumerWaits()),
        slots,
        seen.producer(),
        r.pWrite(),
        r.pRead(),
        r.pElement(),
        seen.consumer(),
        r.cWrite(),
        r.cRead(),
        r.cElement(),
        r.put(),
        r.taken(),
        r.received(),
        r.ended());
  }

  @Override
  public boolean step(int from, org.sabring.explore.Step step, State look, int to) {
    RingStep name = name(step);
    int edge = name == null || to < 0 ? -1 : law.edge(from, name, to);
    if (edge >= 0) {
      edges.set(edge);
      return true;
    }
    Seen seen = seen(look);
    Access next = look.hasBegun(step.side()) ? look.next(step.side()) : null;
    ExtraStep.Taken taken =
        new ExtraStep.Taken(
            step.side() == PRODUCER ? RingSide.PRODUCER : RingSide.CONSUMER,
            name,
            step.access(),
            seen == null ? null : state(seen),
            next);
    ExtraStep extra = ExtraStep.of(law, from, taken);
    found = extra.text();
    kind = extra.kind();
    return false;
  }

  @Override
  public void broken(int from, org.sabring.explore.Step step, PropertyViolation breach) {
    found = "the code does what the law knows nothing of: " + breach.found();
  }

  /** What a step is called; a wake-up has one name, whatever it is that wakes. */
  private @Nullable RingStep name(org.sabring.explore.Step step) {
    Access access = step.access();
    if (access != null) {
      return names.of(step.side(), access);
    }
    return step.side() == PRODUCER ? RingStep.PWake : RingStep.CWake;
  }
}
