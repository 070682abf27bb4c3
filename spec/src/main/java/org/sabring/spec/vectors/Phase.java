package org.sabring.spec.vectors;

import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.RingState;
import org.sabring.spec.law.RingStep;

/**
 * The phase of a side's call, and the steps that a real call can take from there. The law has no
 * calls: it decides at each step whether a side is patient, and after a wait the side may do what
 * it likes. A call of a real ring waits in a loop, so only those steps of the law are in a schedule
 * that the calls of a ring can take:
 *
 * <ul>
 *   <li>one that gives up at once: offer, poll;
 *   <li>one that waits until it can go on: put, take;
 *   <li>one whose time is up during a wait, and which tries once more: put, take with a time.
 * </ul>
 */
enum Phase {
  /** Between two calls. */
  BETWEEN,
  /** In a call that has not waited: nobody can tell yet of which kind it is. */
  TRYING,
  /** In a call that has waited, and goes on until it comes to something. */
  PATIENT,
  /** In a call whose time was up: it tries for the last time. */
  LAST,
  /** Closing or cancelling. */
  ENDING;

  /** The phase after a step of the side's own; null if no call would take it. */
  @Nullable Phase after(RingStep step, RingState from, RingState to) {
    boolean producer = step.side() == RingSide.PRODUCER;
    RingStep stood = producer ? from.pStep() : from.cStep();
    RingStep stands = producer ? to.pStep() : to.cStep();
    RingStep idle = producer ? RingStep.PLoadWrite : RingStep.CLoadWrite;
    if (stood == idle) {
      boolean ends = stands == RingStep.PClose || stands == RingStep.CCancel;
      Phase begun = ends ? ENDING : TRYING;
      return this == BETWEEN ? begun : ends ? null : this;
    }
    return switch (step) {
      case PWake, CWake -> LAST;
      case PNotify, CNotify -> BETWEEN;
      case PLoadRead, CLoadRead -> decided(to, producer, stands);
      default -> this;
    };
  }

  private @Nullable Phase decided(RingState to, boolean producer, RingStep stands) {
    if (stands == RingStep.PCountWait || stands == RingStep.CCountWait) {
      return this == LAST ? null : PATIENT;
    }
    if (stands != RingStep.PLoadWrite && stands != RingStep.CLoadWrite) {
      return this;
    }
    return this == PATIENT && !isOver(to, producer) ? null : BETWEEN;
  }

  /** Whether the call comes back because the other side has cancelled or closed. */
  static boolean isOver(RingState state, boolean producer) {
    return producer
        ? MemoryLayout.isFlagged(state.pRead())
        : MemoryLayout.isFlagged(state.cWrite())
            && MemoryLayout.cursor(state.cWrite()) == MemoryLayout.cursor(state.cRead());
  }
}
