package org.sabring.spec.oracle;

import java.util.ArrayList;
import java.util.List;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.event.Outcome;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.ReferenceMachine;
import org.sabring.spec.law.ReferenceMachine.Transition;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.RingState;
import org.sabring.spec.law.RingStep;

/**
 * The generator of histories: what callers would see of a walk of the reference machine. The clock
 * is the number of the step. Each attempt is a call: one that waited counts as an offer or a poll
 * that was refused, or found nothing, when its wait ended.
 */
final class HistoryTrace {

  /** Later than any step of a walk. */
  static final long END = 1 << 20;

  private final List<HistoryEvent> events = new ArrayList<>();
  private final long[] called = {-1, -1}; // for each side, when its call began
  private final boolean[] refused = {
    false, false
  }; // for each side, whether it found no way to go on

  private HistoryTrace() {}

  static List<HistoryEvent> of(ReferenceMachine machine, List<Transition> walk) {
    HistoryTrace trace = new HistoryTrace();
    RingState before = machine.initial();
    long clock = 0;
    for (Transition transition : walk) {
      clock++;
      trace.took(transition.step(), before, transition.state(), clock);
      before = transition.state();
    }
    trace.pending(before);
    return trace.events;
  }

  /** Calls that have not come back when the walk ends. */
  private void pending(RingState end) {
    if (called[0] >= 0 && end.pStep() != RingStep.PDone) {
      boolean closes = end.pStep() == RingStep.PClose || MemoryLayout.isFlagged(end.write());
      boolean written =
          switch (end.pStep()) {
            case PCountProduced, PPublish, PNotify -> true;
            default -> false;
          };
      int element = end.pElement() - (written ? 1 : 0);
      add(closes ? OperationKind.CLOSE : OperationKind.PUT, Outcome.PENDING, closes ? 0 : element);
    }
    if (called[1] >= 0) {
      boolean cancels = end.cStep() == RingStep.CCancel || MemoryLayout.isFlagged(end.read());
      add(cancels ? OperationKind.CANCEL : OperationKind.TAKE, Outcome.PENDING, 0);
    }
  }

  private void add(OperationKind op, Outcome outcome, int value) {
    long call = 2 * called[op.side() == RingSide.PRODUCER ? 0 : 1];
    events.add(new HistoryEvent(events.size() + 2L, op, value, outcome, call, HistoryEvent.NEVER));
  }

  private void took(RingStep step, RingState before, RingState after, long clock) {
    int own = step.side() == RingSide.PRODUCER ? 0 : 1;
    boolean begins =
        step == RingStep.PLoadWrite
            || step == RingStep.CLoadWrite
            || (step == RingStep.CLoadRead && after.cStep() == RingStep.CCancel);
    if (begins) {
      if (refused[own]) { // the wait of the call before has ended
        end(
            own == 0 ? OperationKind.OFFER : OperationKind.POLL,
            nothing(own),
            element(own, before),
            clock);
      }
      called[own] = clock;
    }
    switch (step) {
      case PLoadRead -> {
        if (after.pStep() == RingStep.PLoadWrite || after.pStep() == RingStep.PCountWait) {
          refused[0] = true;
        }
      }
      case CLoadRead -> {
        boolean ended =
            after.cStep() == RingStep.CLoadWrite && MemoryLayout.isFlagged(before.cWrite());
        if (ended) {
          end(OperationKind.TAKE, Outcome.END, 0, clock);
        } else if (after.cStep() != RingStep.CReadSlot && after.cStep() != RingStep.CCancel) {
          refused[1] = true;
        }
      }
      case PNotify -> {
        if (after.pStep() == RingStep.PDone) {
          end(OperationKind.CLOSE, Outcome.DONE, 0, clock);
        } else {
          end(OperationKind.PUT, Outcome.STORED, after.pElement() - 1, clock);
        }
      }
      case CNotify -> {
        if (after.cStep() == RingStep.CDone) {
          end(OperationKind.CANCEL, Outcome.DONE, 0, clock);
        } else {
          end(OperationKind.TAKE, Outcome.ELEMENT, after.cElement(), clock);
        }
      }
      default -> {}
    }
  }

  private static Outcome nothing(int own) {
    return own == 0 ? Outcome.REFUSED : Outcome.EMPTY;
  }

  private static int element(int own, RingState state) {
    return own == 0 ? state.pElement() : 0;
  }

  /** Calls begin at even and end at odd times, so that no two times are equal. */
  private void end(OperationKind op, Outcome outcome, int value, long clock) {
    int own = op.side() == RingSide.PRODUCER ? 0 : 1;
    boolean late = refused[own];
    long returned = late ? 2 * clock - 1 : 2 * clock + 1;
    events.add(new HistoryEvent(events.size() + 2L, op, value, outcome, 2 * called[own], returned));
    refused[own] = false;
    called[own] = -1;
  }
}
