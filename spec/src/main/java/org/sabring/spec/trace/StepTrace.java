package org.sabring.spec.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
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
      RingSide side = transition.step().side();
      int own = side == RingSide.PRODUCER ? 0 : 1;
      RingState after = transition.state();
      if (transition.step() == RingStep.PWake || transition.step() == RingStep.CWake) {
        events.set(waiting[own], answered(events.get(waiting[own]), WaitResult.TIMED_OUT));
      } else {
        boolean asleep =
            side == RingSide.PRODUCER ? isAsleep(after.pStep()) : isAsleep(after.cStep());
        boolean peerAsleep =
            side == RingSide.PRODUCER ? isAsleep(before.cStep()) : isAsleep(before.pStep());
        StepEvent event = event(transition.step(), before, after, events.size() + 2, peerAsleep);
        if (event.access() == AccessKind.NOTIFY && peerAsleep) {
          events.set(waiting[1 - own], answered(events.get(waiting[1 - own]), WaitResult.OK));
        }
        if (event.access() == AccessKind.WAIT && !asleep) {
          event = answered(event, WaitResult.NOT_EQUAL);
        }
        waiting[own] = events.size();
        events.add(event);
      }
      before = after;
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

  private static StepEvent answered(StepEvent wait, WaitResult result) {
    return new StepEvent(
        wait.line(), wait.side(), wait.access(), wait.word(), wait.index(), wait.value(), result);
  }

  private static StepEvent event(
      RingStep step, RingState before, RingState after, long line, boolean peerAsleep) {
    int woken = peerAsleep ? 1 : 0;
    return switch (step) {
      case PLoadWrite -> plain(line, step, AccessKind.LOAD, Word.WRITE, after.pWrite());
      case PLoadRead -> plain(line, step, AccessKind.LOAD, Word.READ, after.pRead());
      case PCountWait ->
          plain(line, step, AccessKind.ADD, Word.PRODUCER_WAITS, before.producerWaits());
      case PWait -> plain(line, step, AccessKind.WAIT, Word.READ, before.pRead());
      case PWriteSlot -> slot(line, step, AccessKind.STORE, before.pWrite(), before.pElement());
      case PCountProduced -> plain(line, step, AccessKind.ADD, Word.PRODUCED, before.produced());
      case PPublish, PClose -> plain(line, step, AccessKind.STORE, Word.WRITE, after.write());
      case PNotify -> plain(line, step, AccessKind.NOTIFY, Word.WRITE, woken);
      case CLoadWrite -> plain(line, step, AccessKind.LOAD, Word.WRITE, after.cWrite());
      case CLoadRead -> plain(line, step, AccessKind.LOAD, Word.READ, after.cRead());
      case CCountWait ->
          plain(line, step, AccessKind.ADD, Word.CONSUMER_WAITS, before.consumerWaits());
      case CWait -> plain(line, step, AccessKind.WAIT, Word.WRITE, before.cWrite());
      case CReadSlot -> slot(line, step, AccessKind.LOAD, before.cRead(), after.cElement());
      case CPublish, CCancel -> plain(line, step, AccessKind.STORE, Word.READ, after.read());
      case CCountConsumed -> plain(line, step, AccessKind.ADD, Word.CONSUMED, before.consumed());
      case CNotify -> plain(line, step, AccessKind.NOTIFY, Word.READ, woken);
      default -> throw new IllegalArgumentException(step + " is not in traces");
    };
  }

  private static StepEvent plain(
      long line, RingStep step, AccessKind access, Word word, int value) {
    return new StepEvent(line, step.side(), access, word, -1, value, null);
  }

  private static StepEvent slot(
      long line, RingStep step, AccessKind access, int cursor, int value) {
    return new StepEvent(
        line, step.side(), access, Word.DATA, MemoryLayout.cursor(cursor), value, null);
  }
}
