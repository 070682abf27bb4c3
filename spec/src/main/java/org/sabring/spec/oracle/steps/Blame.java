package org.sabring.spec.oracle.steps;

import java.util.List;
import org.sabring.spec.event.StepEvent;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.law.AccessKind;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.RingStep;
import org.sabring.spec.law.Rule;
import org.sabring.spec.law.Word;
import org.sabring.spec.oracle.steps.BrokenPromise.Unless;
import org.sabring.spec.oracle.steps.ProtocolFollower.Expected;

/** The choice of the rule that is broken by a step which its side may not take now. */
final class Blame {

  private Blame() {}

  /**
   * The broken promise.
   *
   * @param next what the side may do; empty if it never woke
   * @param access what it did
   */
  static BrokenPromise promise(
      List<Expected> next, TraceAccess access, StepEvent event, String allowed) {
    Rule rule = rule(next, event);
    boolean writes = event.access() == AccessKind.STORE || event.access() == AccessKind.ADD;
    boolean own = !writes || event.word().writer() == event.side();
    Unless unless =
        switch (rule) {
          case RB401, RB402, RB403 -> own ? Unless.NO_COUNTERS : Unless.NOTHING;
          case RB303 -> Unless.NO_NOTIFICATIONS;
          default -> Unless.NOTHING;
        };
    return new BrokenPromise(rule, access, consequence(rule, event), allowed, unless);
  }

  /** What comes of it, for whoever uses the ring. */
  private static String consequence(Rule rule, StepEvent event) {
    boolean produces = event.side() == org.sabring.spec.law.RingSide.PRODUCER;
    return switch (rule) {
      case RB102 -> "an element is lost: it was put, and is not handed over";
      case RB103 -> "an element is taken that was not put, or a second time";
      case RB104 -> "it stores into a ring that it found full: an element is overwritten, and lost";
      case RB201 -> "a slot is handed over before it is written: what was in it before is taken";
      case RB202 -> "a slot is freed before it is read: the element may be overwritten, and lost";
      case RB203 -> "a word does not hold what its one writer stored there";
      case RB204 ->
          produces
              ? "it hands over a slot that it did not write"
              : "it frees a slot that it did not read";
      case RB302 -> "it sleeps on a word, or a value, that did not tell it to";
      case RB303 -> "whoever sleeps on the cursor is not told that it moved";
      case RB401, RB402 -> "the counter does not say how many elements there were";
      case RB403 -> "the counter does not say how often it waited";
      case RB502 -> produces ? "it puts after it closed" : "it takes after it cancelled";
      default -> "";
    };
  }

  private static Rule rule(List<Expected> next, StepEvent event) {
    if (next.isEmpty()) {
      return Rule.RB302;
    }
    boolean writes = event.access() == AccessKind.STORE || event.access() == AccessKind.ADD;
    if (writes && event.word().writer() != event.side()) {
      return Rule.RB203;
    }
    for (Expected expected : next) {
      if (expected.isKindOf(event)) {
        return wrongValue(expected, event);
      }
    }
    return wrongStep(next.get(0), event, next.size() > 1);
  }

  /** The right access to the right word, with a wrong value or to a wrong slot. */
  private static Rule wrongValue(Expected expected, StepEvent event) {
    return switch (expected.step()) {
      case PPublish, CPublish -> MemoryLayout.isFlagged(event.value()) ? Rule.RB502 : Rule.RB204;
      case PClose, CCancel -> Rule.RB502;
      case PWriteSlot, CReadSlot -> Rule.RB204;
      case PCountProduced, CCountConsumed -> Rule.RB402;
      case PCountWait, CCountWait -> Rule.RB403;
      case PWait, CWait -> Rule.RB302;
      default -> Rule.RB203;
    };
  }

  /** Another step than the one that comes next: what is left out, or comes too early. */
  private static Rule wrongStep(Expected expected, StepEvent event, boolean mayGiveUp) {
    boolean publishes =
        event.access() == AccessKind.STORE
            && (event.word() == Word.WRITE || event.word() == Word.READ);
    RingStep step = expected.step();
    return switch (step) {
      case PWriteSlot -> publishes ? Rule.RB201 : Rule.RB102;
      case CReadSlot -> publishes ? Rule.RB202 : Rule.RB102;
      case PCountProduced -> publishes ? Rule.RB401 : Rule.RB402;
      case CCountConsumed -> Rule.RB402;
      case PPublish, CPublish ->
          switch (event.access()) {
            case ADD -> Rule.RB401;
            case NOTIFY -> Rule.RB303;
            default -> step == RingStep.PPublish ? Rule.RB102 : Rule.RB103;
          };
      case PNotify, CNotify -> Rule.RB303;
      case PCountWait, CCountWait, PWait, CWait ->
          mayGiveUp && event.access() != AccessKind.WAIT ? fromIdle(event) : Rule.RB403;
      case PClose, CCancel -> Rule.RB502;
      default ->
          expected.value() != null && MemoryLayout.isFlagged(expected.value()) && publishes
              ? Rule.RB502
              : fromIdle(event);
    };
  }

  /** A side that has not looked, or has seen nothing to do, does something all the same. */
  private static Rule fromIdle(StepEvent event) {
    return switch (event.access()) {
      case WAIT -> Rule.RB302;
      case NOTIFY -> Rule.RB303;
      case ADD ->
          event.word() == Word.PRODUCED || event.word() == Word.CONSUMED ? Rule.RB402 : Rule.RB403;
      case LOAD -> event.word() == Word.DATA ? Rule.RB103 : Rule.RB203;
      case STORE ->
          switch (event.word()) {
            case DATA -> Rule.RB104;
            case WRITE -> Rule.RB201;
            default -> Rule.RB202;
          };
    };
  }
}
