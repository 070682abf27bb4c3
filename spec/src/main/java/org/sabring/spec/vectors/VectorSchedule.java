package org.sabring.spec.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.StepEvent;
import org.sabring.spec.event.StepTrace;
import org.sabring.spec.law.AccessKind;
import org.sabring.spec.law.MachineGraph;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.RingState;
import org.sabring.spec.law.RingStep;

/**
 * The conversion of one schedule into vectors, step by step. Counters count on: the graph's begin
 * again at its modulus, the memory's do not. Which call a step begins is known once the call has
 * ended, or has waited.
 */
final class VectorSchedule {

  private final MemoryLayout layout;
  private final int[] memory;
  private final List<Vector> vectors = new ArrayList<>();
  private final Phase[] phases = {Phase.BETWEEN, Phase.BETWEEN};
  private final int[] firsts = {0, 0};
  private final int[] elements = {0, 0};
  private final boolean[] waited = {false, false};
  private final boolean[] timed = {false, false};

  private VectorSchedule(MemoryLayout layout) {
    this.layout = layout;
    this.memory = new int[layout.length()];
  }

  static List<Vector> of(MachineGraph graph, MemoryLayout layout, List<Integer> schedule) {
    VectorSchedule told = new VectorSchedule(layout);
    for (int edge : schedule) {
      told.step(graph.step(edge), graph.state(graph.source(edge)), graph.state(graph.target(edge)));
    }
    told.name(0);
    told.name(1);
    return told.vectors;
  }

  private void step(RingStep step, RingState from, RingState to) {
    int side = step.side() == RingSide.PRODUCER ? 0 : 1;
    Phase before = phases[side];
    Phase after = before.after(step, from, to);
    if (after == null) {
      throw new IllegalArgumentException(step + " is not possible in a call that is " + before);
    }
    if (before == Phase.BETWEEN) {
      firsts[side] = vectors.size();
      elements[side] = side == 0 ? from.pElement() : 0;
      waited[side] = false;
      timed[side] = false;
    }
    phases[side] = after;
    waited[side] |= after == Phase.PATIENT;
    timed[side] |= step == RingStep.PWake || step == RingStep.CWake;
    vectors.add(vector(step, from, to, after == Phase.BETWEEN ? answer(step, to, side) : null));
    if (after == Phase.BETWEEN || after == Phase.ENDING) {
      name(side);
    }
  }

  /** Says what is called with the first step of the call. */
  private void name(int side) {
    if (vectors.isEmpty() || vectors.get(firsts[side]).call() != null) {
      return;
    }
    Vector first = vectors.get(firsts[side]);
    if ((first.step().side() == RingSide.PRODUCER) != (side == 0)) {
      return; // this side has called nothing
    }
    boolean waits = waited[side];
    String op = side == 0 ? waits ? "put" : "offer" : waits ? "take" : "poll";
    if (phases[side] == Phase.ENDING) {
      op = side == 0 ? "close" : "cancel";
    }
    int element = op.equals("put") || op.equals("offer") ? elements[side] : 0;
    vectors.set(firsts[side], first.calling(new Vector.Call(op, element, timed[side])));
  }

  private Vector.Answer answer(RingStep step, RingState to, int side) {
    boolean producer = side == 0;
    if (step == RingStep.PNotify) {
      return new Vector.Answer(to.pStep() == RingStep.PDone ? "closed" : "stored", 0);
    }
    if (step == RingStep.CNotify) {
      boolean cancels = to.cStep() == RingStep.CDone;
      return cancels
          ? new Vector.Answer("cancelled", 0)
          : new Vector.Answer("element", to.received());
    }
    if (Phase.isOver(to, producer)) {
      return new Vector.Answer(producer ? "cancelled" : "end", 0);
    }
    String gaveUp = producer ? "full" : "empty";
    return new Vector.Answer(timed[side] ? "timed-out" : gaveUp, 0);
  }

  private Vector vector(
      RingStep step, RingState from, RingState to, Vector.@Nullable Answer returns) {
    StepEvent event = StepTrace.event(step, from, to, vectors.size() + 2L);
    int at = layout.index(event.word()) + Math.max(0, event.index());
    if (event.access() == AccessKind.STORE) {
      memory[at] = event.value();
    } else if (event.access() == AccessKind.ADD) {
      event = event.withValue(memory[at]++);
    }
    return new Vector(step, event, null, returns, IntStream.of(memory).boxed().toList());
  }
}
