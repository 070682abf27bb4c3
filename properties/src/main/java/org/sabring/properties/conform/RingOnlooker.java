package org.sabring.properties.conform;

import static org.sabring.properties.explore.ring.RingProgram.CONSUMER;
import static org.sabring.properties.explore.ring.RingProgram.PRODUCER;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.explore.Access;
import org.sabring.properties.explore.Breach;
import org.sabring.properties.explore.Look;
import org.sabring.properties.explore.Onlooker;
import org.sabring.properties.explore.memory.Memory;
import org.sabring.ring.RingLayout;
import org.sabring.spec.Side;
import org.sabring.spec.machine.MachineGraph;
import org.sabring.spec.machine.RingState;
import org.sabring.spec.machine.Step;

/**
 * Sees of the ring what the law has a name for, and holds each step against the law's. It ends the
 * walk at the first step that the law does not have; which of the law's steps were seen, it keeps.
 */
final class RingOnlooker implements Onlooker {

  private static final String ELSEWHERE = " leads elsewhere: ";

  /** All that a state of the law is made of. */
  private record Seen(Memory memory, Remembered remembered, Step producer, Step consumer) {}

  private final MachineGraph law;
  private final RingLayout layout;
  private final StepNames names;
  private final Map<Seen, Integer> nodes = new HashMap<>();
  private final BitSet states = new BitSet();
  private final BitSet edges = new BitSet();
  private @Nullable String found;
  private Difference.Kind kind = Difference.Kind.STEP;

  RingOnlooker(MachineGraph law, RingLayout layout, StepNames names) {
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
  public int node(Look look) {
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

  private @Nullable Seen seen(Look look) {
    Step producer = stands(look, PRODUCER);
    Step consumer = stands(look, CONSUMER);
    return producer == null || consumer == null
        ? null
        : new Seen(look.memory(), (Remembered) look.judge(), producer, consumer);
  }

  /**
   * Where the law says that a side stands. Between two calls, and before the first step of one, it
   * stands before the first step of any; null if it is about to do what no step of the law does.
   */
  private @Nullable Step stands(Look look, int side) {
    boolean producer = side == PRODUCER;
    if (look.isAsleep(side)) {
      return producer ? Step.PAsleep : Step.CAsleep;
    }
    if (look.isDone(side)) {
      return producer ? Step.PDone : Step.CDone;
    }
    Access next = look.next(side);
    return next != null && look.hasBegun(side)
        ? names.of(side, next)
        : producer ? Step.PLoadWrite : Step.CLoadWrite;
  }

  private RingState state(Seen seen) {
    Memory memory = seen.memory();
    Remembered r = seen.remembered();
    List<Integer> slots =
        IntStream.range(0, layout.capacity())
            .mapToObj(slot -> memory.latest(layout.slot(slot)))
            .toList();
    return new RingState(
        memory.latest(layout.write()),
        memory.latest(layout.read()),
        memory.latest(layout.produced()),
        memory.latest(layout.consumed()),
        memory.latest(layout.producerWaits()),
        memory.latest(layout.consumerWaits()),
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
  public boolean step(int from, org.sabring.properties.explore.Step step, Look look, int to) {
    Step name = name(step);
    int edge = name == null || to < 0 ? -1 : law.edge(from, name, to);
    if (edge >= 0) {
      edges.set(edge);
      return true;
    }
    Seen seen = seen(look);
    found = extra(from, step, name, seen == null ? null : state(seen));
    Access next = look.hasBegun(step.side()) ? look.next(step.side()) : null;
    if (kind == Difference.Kind.STEP && isLoad(found.contains(ELSEWHERE) ? next : step.access())) {
      kind = Difference.Kind.LOOK;
    }
    return false;
  }

  private static boolean isLoad(@Nullable Access access) {
    return access != null && access.kind() == Access.Kind.LOAD;
  }

  /** What the code does, and what the law has that side do there. */
  private String extra(
      int from,
      org.sabring.properties.explore.Step taken,
      @Nullable Step name,
      @Nullable RingState to) {
    List<Step> allowed = new ArrayList<>();
    List<String> differs = new ArrayList<>();
    for (int edge = law.first(from); edge < law.first(from + 1); edge++) {
      Step step = law.step(edge);
      if ((step.side() == Side.PRODUCER) == (taken.side() == PRODUCER)) {
        allowed.add(step);
        if (step == name && to != null) {
          differs.add(differing(to, law.state(law.target(edge))));
        }
      }
    }
    String extra = "the code takes a step that the law does not allow: ";
    if (name != null && allowed.contains(name)) {
      String after = to == null ? "what comes next has no name in the law" : differs.get(0);
      return extra + name + ELSEWHERE + after;
    }
    return extra
        + (name == null ? "one that has no name in the law" : name)
        + "; the law allows "
        + (allowed.isEmpty() ? "this side nothing" : allowed.stream().distinct().toList());
  }

  /** For example {@code slot=[0, 1], by the law [1, 0]}. */
  private String differing(RingState code, RingState law) {
    List<String> all = new ArrayList<>();
    for (RecordComponent variable : RingState.class.getRecordComponents()) {
      try {
        Object ours = variable.getAccessor().invoke(code);
        Object its = variable.getAccessor().invoke(law);
        if (!ours.equals(its)) {
          all.add(variable.getName() + "=" + ours + ", by the law " + its);
          kind = variable.getType() == Step.class ? kind : Difference.Kind.STATE;
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return String.join("; ", all);
  }

  @Override
  public void broken(int from, org.sabring.properties.explore.Step step, Breach breach) {
    found = "the code does what the law knows nothing of: " + breach.found();
  }

  /** What a step is called; a wake-up has one name, whatever it is that wakes. */
  private @Nullable Step name(org.sabring.properties.explore.Step step) {
    Access access = step.access();
    if (access != null) {
      return names.of(step.side(), access);
    }
    return step.side() == PRODUCER ? Step.PWake : Step.CWake;
  }
}
