package org.sabring.spec.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.AccessKind;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.ReferenceMachine;
import org.sabring.spec.law.ReferenceMachine.Transition;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.RingState;
import org.sabring.spec.law.RingStep;
import org.sabring.spec.law.Word;

/** The generator of traces: what a recorder would write of a walk of the reference machine. */
public final class StepTrace {

  private StepTrace() {}

  /**
   * The steps in the order in which they were taken. A sleeper that was not notified has timed out;
   * one that still sleeps at the end never woke.
   */
  public static List<StepEvent> of(ReferenceMachine machine, List<Transition> walk) {
    List<StepEvent> events = new ArrayList<>();
    int[] waiting = {-1, -1}; // for each side, which event is its wait
    RingState before = machine.initial();
    for (Transition transition : walk) {
      RingStep step = transition.step();
      int own = step.side() == RingSide.PRODUCER ? 0 : 1;
      StepEvent event = event(step, before, transition.state(), events.size() + 2);
      if (step == RingStep.PWake || step == RingStep.CWake) {
        events.set(waiting[own], events.get(waiting[own]).answered(event.result()));
      } else {
        if (event.access() == AccessKind.NOTIFY && event.value() > 0) {
          events.set(waiting[1 - own], events.get(waiting[1 - own]).answered(WaitResult.OK));
        }
        waiting[own] = events.size();
        events.add(event);
      }
      before = transition.state();
    }
    return events;
  }

  /** The same logs, interleaved in another way: each side keeps its order, the two drift apart. */
  public static List<StepEvent> shuffled(List<StepEvent> events, RandomGenerator random) {
    List<List<StepEvent>> logs =
        Arrays.stream(RingSide.values())
            .map(side -> events.stream().filter(event -> event.side() == side).toList())
            .toList();
    int[] next = {0, 0};
    List<StepEvent> shuffled = new ArrayList<>();
    while (shuffled.size() < events.size()) {
      int log = random.nextInt(2);
      if (next[log] == logs.get(log).size()) {
        log = 1 - log;
      }
      shuffled.add(logs.get(log).get(next[log]++));
    }
    return shuffled;
  }

  private static boolean isAsleep(RingStep place) {
    return place == RingStep.PAsleep || place == RingStep.CAsleep;
  }

  /**
   * The access that a step makes. A wait that falls asleep has no answer yet; a wake-up is the same
   * wait, with its time up.
   *
   * @param line its line in the file
   */
  public static StepEvent event(RingStep step, RingState before, RingState after, long line) {
    int value =
        switch (step) {
          case PLoadWrite -> after.pWrite();
          case PLoadRead -> after.pRead();
          case PCountWait -> before.producerWaits();
          case PWait, PWake -> before.pRead();
          case PWriteSlot -> before.pElement();
          case PCountProduced -> before.produced();
          case PPublish, PClose -> after.write();
          case PNotify -> isAsleep(before.cStep()) ? 1 : 0;
          case CLoadWrite -> after.cWrite();
          case CLoadRead -> after.cRead();
          case CCountWait -> before.consumerWaits();
          case CWait, CWake -> before.cWrite();
          case CReadSlot -> after.cElement();
          case CPublish, CCancel -> after.read();
          case CCountConsumed -> before.consumed();
          case CNotify -> isAsleep(before.pStep()) ? 1 : 0;
          case PAsleep, PDone, CAsleep, CDone ->
              throw new IllegalArgumentException(step + " is not in traces");
        };
    @Nullable WaitResult result =
        switch (step) {
          case PWait -> isAsleep(after.pStep()) ? null : WaitResult.NOT_EQUAL;
          case CWait -> isAsleep(after.cStep()) ? null : WaitResult.NOT_EQUAL;
          case PWake, CWake -> WaitResult.TIMED_OUT;
          default -> null;
        };
    int cursor = step.side() == RingSide.PRODUCER ? before.pWrite() : before.cRead();
    int index = step.word() == Word.DATA ? MemoryLayout.cursor(cursor) : -1;
    return new StepEvent(line, step.side(), step.access(), step.word(), index, value, result);
  }
}
