package org.sabring.spec.law;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The protocol as a function from a state to the states that one step leads to: the actions of
 * {@code CursorRing.tla}, by the same names and in the same order. That both have the same states
 * and steps is tested.
 */
public final class ReferenceMachine {

  /**
   * A step and the state after it.
   *
   * @param step the step
   * @param state the state after it
   */
  public record Transition(Step step, RingState state) {}

  private final Protocol protocol;
  private final StepOrder order;
  private final RingLayout layout;

  /**
   * @throws IllegalArgumentException for the bare profile, whose steps the law does not have
   */
  public ReferenceMachine(Protocol protocol) {
    this(protocol, protocol.order());
  }

  /**
   * A machine that takes its steps in another order: a mistake, to be found.
   *
   * @throws IllegalArgumentException for the bare profile, whose steps the law does not have
   */
  public ReferenceMachine(Protocol protocol, StepOrder order) {
    if (protocol.profile() == Profile.BARE) {
      throw new IllegalArgumentException("profile=bare, expected seed or reference");
    }
    this.protocol = protocol;
    this.order = order;
    this.layout = protocol.layout();
  }

  /** Where it begins: an empty ring, both sides between two calls. */
  public RingState initial() {
    List<Integer> slots = Collections.nCopies(protocol.capacity(), 0);
    return new RingState(
        0,
        0,
        0,
        0,
        0,
        0,
        slots,
        Step.PLoadWrite,
        0,
        0,
        1,
        Step.CLoadWrite,
        0,
        0,
        0,
        0,
        0,
        0,
        false);
  }

  /** Every step that either side can take. */
  public List<Transition> next(RingState state) {
    List<Transition> found = new ArrayList<>();
    producer(state, found);
    consumer(state, found);
    return found;
  }

  /** Every state and every step. */
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
    switch (s.pStep()) {
      case PLoadWrite -> {
        if (s.pElement() <= protocol.items()) {
          add(found, s.pStep(), draft(s).pWrite(s.write()).pStep(Step.PLoadRead));
        }
        if (order.mayClose()) {
          add(found, s.pStep(), draft(s).pWrite(s.write()).pStep(Step.PClose));
        } else if (s.pElement() > protocol.items()) {
          add(found, s.pStep(), draft(s).pWrite(s.write()).pStep(Step.PDone));
        }
      }
      case PLoadRead -> {
        for (Step next : afterPLoadRead(s)) {
          add(found, s.pStep(), draft(s).pRead(s.read()).pStep(next));
        }
      }
      case PCountWait ->
          add(found, s.pStep(), draft(s).producerWaits(count(s.producerWaits())).pStep(Step.PWait));
      case PWait -> {
        Step next = s.read() == s.pRead() ? Step.PAsleep : Step.PLoadWrite;
        add(found, s.pStep(), draft(s).pStep(next));
      }
      case PAsleep -> add(found, Step.PWake, draft(s).pStep(Step.PLoadWrite));
      case PWriteSlot ->
          add(
              found,
              s.pStep(),
              draft(s)
                  .slot(RingLayout.cursor(s.pWrite()), s.pElement())
                  .pElement(s.pElement() + 1)
                  .pStep(order.after(s.pStep())));
      case PCountProduced ->
          add(
              found,
              s.pStep(),
              draft(s).produced(count(s.produced())).pStep(order.after(s.pStep())));
      case PPublish ->
          add(
              found,
              s.pStep(),
              draft(s)
                  .write(layout.next(s.pWrite()))
                  .put(s.put() + 1)
                  .pStep(order.after(s.pStep())));
      case PNotify -> {
        Step next = RingLayout.isFlagged(s.write()) ? Step.PDone : order.after(s.pStep());
        Step peer = s.cStep() == Step.CAsleep ? Step.CLoadWrite : s.cStep();
        add(found, s.pStep(), draft(s).pStep(next).cStep(peer));
      }
      case PClose ->
          add(
              found,
              s.pStep(),
              draft(s).write(s.pWrite() | RingLayout.FLAG).pStep(order.whenClosed()));
      default -> {}
    }
  }

  private List<Step> afterPLoadRead(RingState s) {
    if (RingLayout.isFlagged(s.read())) {
      return List.of(Step.PLoadWrite);
    }
    if (layout.next(RingLayout.cursor(s.pWrite())) != RingLayout.cursor(s.read())) {
      return List.of(order.whenRoom());
    }
    return cannotGoOn(order.whenFullAndPatient(), Step.PLoadWrite);
  }

  private void consumer(RingState s, List<Transition> found) {
    switch (s.cStep()) {
      case CLoadWrite -> {
        add(found, s.cStep(), draft(s).cWrite(s.write()).cStep(Step.CLoadRead));
        if (order.mayClose()) {
          add(found, Step.CLoadRead, draft(s).cRead(s.read()).cStep(Step.CCancel));
        }
      }
      case CLoadRead -> {
        boolean empty = RingLayout.cursor(s.cWrite()) == RingLayout.cursor(s.read());
        boolean end = empty && RingLayout.isFlagged(s.cWrite());
        List<Step> nexts =
            !empty
                ? List.of(order.whenElement())
                : end
                    ? List.of(Step.CLoadWrite)
                    : cannotGoOn(order.whenEmptyAndPatient(), Step.CLoadWrite);
        for (Step next : nexts) {
          add(found, s.cStep(), draft(s).cRead(s.read()).ended(s.ended() || end).cStep(next));
        }
      }
      case CCountWait ->
          add(found, s.cStep(), draft(s).consumerWaits(count(s.consumerWaits())).cStep(Step.CWait));
      case CWait -> {
        Step next = s.write() == s.cWrite() ? Step.CAsleep : Step.CLoadWrite;
        add(found, s.cStep(), draft(s).cStep(next));
      }
      case CAsleep -> add(found, Step.CWake, draft(s).cStep(Step.CLoadWrite));
      case CReadSlot ->
          add(
              found,
              s.cStep(),
              draft(s)
                  .cElement(s.slot().get(RingLayout.cursor(s.cRead())))
                  .cStep(order.after(s.cStep())));
      case CPublish ->
          add(
              found,
              s.cStep(),
              draft(s)
                  .read(layout.next(s.cRead()))
                  .taken(s.taken() + 1)
                  .received(s.cElement())
                  .cStep(order.after(s.cStep())));
      case CCountConsumed ->
          add(
              found,
              s.cStep(),
              draft(s).consumed(count(s.consumed())).cStep(order.after(s.cStep())));
      case CNotify -> {
        Step next = RingLayout.isFlagged(s.read()) ? Step.CDone : order.after(s.cStep());
        Step peer = s.pStep() == Step.PAsleep ? Step.PLoadWrite : s.pStep();
        add(found, s.cStep(), draft(s).cStep(next).pStep(peer));
      }
      case CCancel ->
          add(found, s.cStep(), draft(s).read(s.cRead() | RingLayout.FLAG).cStep(Step.CNotify));
      default -> {}
    }
  }

  private List<Step> cannotGoOn(Step patient, Step impatient) {
    List<Step> nexts = new ArrayList<>();
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

  private static Draft draft(RingState state) {
    return new Draft(state);
  }

  private static void add(List<Transition> found, Step step, Draft draft) {
    found.add(new Transition(step, draft.state()));
  }
}
