package org.sabring.spec.oracle;

import org.sabring.spec.law.AccessKind;
import org.sabring.spec.law.RingStep;
import org.sabring.spec.law.Word;
import org.sabring.spec.trace.StepEvent;
import org.sabring.spec.trace.WaitResult;

/**
 * A line of a trace, matched with the step of the protocol that explains it.
 *
 * @param event the line
 * @param step the step of the protocol
 * @param version how often the cursor word has been stored: after this step for a store of the own
 *     cursor, and when it had the value seen for a load of, or a wait on, the peer's; 0 otherwise
 */
record ExplainedStep(StepEvent event, RingStep step, long version) {

  /** A store of the own cursor: publishing, closing or cancelling. */
  boolean isPublication() {
    return switch (step) {
      case PPublish, PClose, CPublish, CCancel -> true;
      default -> false;
    };
  }

  /** A load of the peer's cursor. */
  boolean isLook() {
    return step == RingStep.PLoadRead || step == RingStep.CLoadWrite;
  }

  boolean isWait() {
    return event.access() == AccessKind.WAIT;
  }

  /** A wait that found the word unchanged: it slept, or its time was up. */
  boolean isEqualWait() {
    return isWait() && event.result() != WaitResult.NOT_EQUAL;
  }

  boolean isNotify() {
    return event.access() == AccessKind.NOTIFY;
  }

  /** Whether it tells something about the peer's cursor. */
  boolean depends() {
    return isLook() || isWait();
  }

  /** The oldest version of the peer's cursor with which this step can be taken. */
  long atLeast() {
    return isWait() && !isEqualWait() ? version + 1 : version;
  }

  /** The newest version of the peer's cursor with which it can be taken, if nothing is stale. */
  long atMost() {
    return isWait() && !isEqualWait() ? Long.MAX_VALUE : version;
  }

  boolean storesSlot() {
    return event.access() == AccessKind.STORE && event.word() == Word.DATA;
  }

  boolean loadsSlot() {
    return event.access() == AccessKind.LOAD && event.word() == Word.DATA;
  }
}
