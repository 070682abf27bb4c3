package org.sabring.spec.law;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The transition relation of the protocol: a function from a state to the states that one step
 * leads to, with the actions of {@code CursorRing.tla} by the same names and in the same order.
 * That both have the same states and steps is tested.
 */
public final class ReferenceMachine {

  /**
   * A step and the state after it.
   *
   * @param step the step
   * @param state the state after it
   */
  public record Transition(RingStep step, RingState state) {}

  private final Protocol protocol;
  private final StepOrder order;
  private final MemoryLayout layout;

  /**
   * @throws IllegalArgumentException for the profile {@code any}, which is no protocol
   */
  public ReferenceMachine(Protocol protocol) {
    this(protocol, protocol.order());
  }

  /**
   * A machine that takes its steps in another order: a mistake, to be found.
   *
   * @throws IllegalArgumentException for the profile {@code any}, which is no protocol
   */
  public ReferenceMachine(Protocol protocol, StepOrder order) {
    if (!protocol.profile().isProtocol()) {
      throw new IllegalArgumentException("profile=any, expected seed or reference");
    }
    this.protocol = protocol;
    this.order = order;
    this.layout = protocol.layout();
  }

  /** The initial state: an empty ring, both sides between two calls. */
  public RingState initial() {
    return new StateBuilder(protocol.capacity()).state();
  }

  /** The transitions out of a state: every step that either side can take. */
  public List<Transition> next(RingState state) {
    List<Transition> found = new ArrayList<>();
    producer(state, found);
    consumer(state, found);
    return found;
  }

  /** The state graph of this machine. */
  public StateGraph graph() {
    Map<String, Set<StateGraph.Edge>> edges = new LinkedHashMap<>();
    Deque<RingState> open = new ArrayDeque<>(List.of(initial()));
    while (!open.isEmpty()) {
      RingState state = open.remove();
      if (edges.containsKey(state.node())) {
        continue;
      }
      Set<StateGraph.Edge> out = new LinkedHashSet<>();
      for (Transition transition : next(state)) {
        out.add(new StateGraph.Edge(transition.step().name(), transition.state().node()));
        open.add(transition.state());
      }
      edges.put(state.node(), out);
    }
    return new StateGraph(Set.of(initial().node()), edges);
  }

  private void producer(RingState s, List<Transition> found) {
    RingStep step = s.pStep();
    switch (step) {
      case PLoadWrite -> {
        if (s.pElement() <= protocol.items()) {
          add(found, step, draft(s).pWrite(s.write()).pStep(RingStep.PLoadRead));
        }
        if (order.mayClose()) {
          add(found, step, draft(s).pWrite(s.write()).pStep(RingStep.PClose));
        } else if (s.pElement() > protocol.items()) {
          add(found, step, draft(s).pWrite(s.write()).pStep(RingStep.PDone));
        }
      }
      case PLoadRead -> {
        for (RingStep next : afterPLoadRead(s)) {
          add(found, step, draft(s).pRead(s.read()).pStep(next));
        }
      }
      case PCountWait ->
          add(found, step, draft(s).producerWaits(count(s.producerWaits())).pStep(RingStep.PWait));
      case PWait -> {
        RingStep next = s.read() == s.pRead() ? RingStep.PAsleep : RingStep.PLoadWrite;
        add(found, step, draft(s).pStep(next));
      }
      case PAsleep -> add(found, RingStep.PWake, draft(s).pStep(RingStep.PLoadWrite));
      case PWriteSlot ->
          add(
              found,
              step,
              draft(s)
                  .slot(MemoryLayout.cursor(s.pWrite()), s.pElement())
                  .pElement(s.pElement() + 1)
                  .pStep(order.after(step)));
      case PCountProduced ->
          add(found, step, draft(s).produced(count(s.produced())).pStep(order.after(step)));
      case PPublish ->
          add(
              found,
              step,
              draft(s).write(layout.next(s.pWrite())).put(s.put() + 1).pStep(order.after(step)));
      case PNotify -> {
        RingStep next = MemoryLayout.isFlagged(s.write()) ? RingStep.PDone : order.after(step);
        RingStep peer = s.cStep() == RingStep.CAsleep ? RingStep.CLoadWrite : s.cStep();
        add(found, step, draft(s).pStep(next).cStep(peer));
      }
      case PClose ->
          add(
              found,
              step,
              draft(s).write(s.pWrite() | MemoryLayout.FLAG).pStep(order.whenClosed()));
      default -> {}
    }
  }

  private List<RingStep> afterPLoadRead(RingState s) {
    if (MemoryLayout.isFlagged(s.read())) {
      return List.of(RingStep.PLoadWrite);
    }
    if (layout.next(MemoryLayout.cursor(s.pWrite())) != MemoryLayout.cursor(s.read())) {
      return List.of(order.whenRoom());
    }
    return cannotGoOn(order.whenFullAndPatient(), RingStep.PLoadWrite);
  }

  private void consumer(RingState s, List<Transition> found) {
    RingStep step = s.cStep();
    switch (step) {
      case CLoadWrite -> {
        add(found, step, draft(s).cWrite(s.write()).cStep(RingStep.CLoadRead));
        if (order.mayClose()) {
          add(found, RingStep.CLoadRead, draft(s).cRead(s.read()).cStep(RingStep.CCancel));
        }
      }
      case CLoadRead -> {
        boolean empty = MemoryLayout.cursor(s.cWrite()) == MemoryLayout.cursor(s.read());
        boolean end = empty && MemoryLayout.isFlagged(s.cWrite());
        List<RingStep> nexts =
            !empty
                ? List.of(order.whenElement())
                : end
                    ? List.of(RingStep.CLoadWrite)
                    : cannotGoOn(order.whenEmptyAndPatient(), RingStep.CLoadWrite);
        for (RingStep next : nexts) {
          add(found, step, draft(s).cRead(s.read()).ended(s.ended() || end).cStep(next));
        }
      }
      case CCountWait ->
          add(found, step, draft(s).consumerWaits(count(s.consumerWaits())).cStep(RingStep.CWait));
      case CWait -> {
        RingStep next = s.write() == s.cWrite() ? RingStep.CAsleep : RingStep.CLoadWrite;
        add(found, step, draft(s).cStep(next));
      }
      case CAsleep -> add(found, RingStep.CWake, draft(s).cStep(RingStep.CLoadWrite));
      case CReadSlot ->
          add(
              found,
              step,
              draft(s)
                  .cElement(s.slot().get(MemoryLayout.cursor(s.cRead())))
                  .cStep(order.after(step)));
      case CPublish ->
          add(
              found,
              step,
              draft(s)
                  .read(layout.next(s.cRead()))
                  .taken(s.taken() + 1)
                  .received(s.cElement())
                  .cStep(order.after(step)));
      case CCountConsumed ->
          add(found, step, draft(s).consumed(count(s.consumed())).cStep(order.after(step)));
      case CNotify -> {
        RingStep next = MemoryLayout.isFlagged(s.read()) ? RingStep.CDone : order.after(step);
        RingStep peer = s.pStep() == RingStep.PAsleep ? RingStep.PLoadWrite : s.pStep();
        add(found, step, draft(s).cStep(next).pStep(peer));
      }
      case CCancel ->
          add(found, step, draft(s).read(s.cRead() | MemoryLayout.FLAG).cStep(RingStep.CNotify));
      default -> {}
    }
  }

  private List<RingStep> cannotGoOn(RingStep patient, RingStep impatient) {
    List<RingStep> nexts = new ArrayList<>();
    if (protocol.mayWait()) {
      nexts.add(patient);
    }
    if (protocol.mayGiveUp()) {
      nexts.add(impatient);
    }
    return nexts;
  }

  private int count(int counter) {
    return counter + 1 == protocol.modulus() ? 0 : counter + 1;
  }

  private static StateBuilder draft(RingState state) {
    return new StateBuilder(state);
  }

  private static void add(List<Transition> found, RingStep step, StateBuilder draft) {
    found.add(new Transition(step, draft.state()));
  }
}
