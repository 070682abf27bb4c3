package org.sabring.spec.oracle.steps;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.StepEvent;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.law.AccessKind;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.RingStep;
import org.sabring.spec.law.StepOrder;
import org.sabring.spec.law.Word;

/**
 * The state machine of one side of a protocol, driven by that side's own log: which step follows
 * which. What a side may do next depends on nothing else. Whether the other side can have stored
 * what it loaded is for {@link RingJudge} to say.
 */
final class ProtocolFollower {

  /**
   * A step that a side may take next.
   *
   * @param step the step of the protocol
   * @param index to which slot; -1 for every word but the data
   * @param value with which value; null if the side's own log does not determine it
   */
  record Expected(RingStep step, int index, @Nullable Integer value) {

    /** Whether it is the same access to the same word, whatever the values. */
    boolean isKindOf(StepEvent event) {
      return step.access() == event.access() && step.word() == event.word();
    }

    boolean matches(StepEvent event) {
      return isKindOf(event) && index == event.index() && (value == null || value == event.value());
    }

    /** For people: {@code PPublish (store write 3)}. */
    String text() {
      String place = index < 0 ? step.word().label() : "data[" + index + "]";
      String with = value == null ? "" : " " + MemoryLayout.show(value);
      String was = step.access() == AccessKind.ADD ? ", which was" : "";
      return step + " (" + step.access().label() + " " + place + was + with + ")";
    }
  }

  private final RingSide side;
  private final MemoryLayout layout;
  private final Profile profile;
  private final StepOrder order;

  private List<Expected> next;
  private int own; // the own cursor word
  private int seen; // the peer's cursor word, as loaded last
  private int count; // PRODUCED or CONSUMED
  private int waits; // PRODUCER_WAITS or CONSUMER_WAITS

  ProtocolFollower(RingSide side, MemoryLayout layout, Profile profile) {
    this.side = side;
    this.layout = layout;
    this.profile = profile;
    this.order = new StepOrder(profile);
    this.next = idle();
  }

  /**
   * Takes the next line of this side.
   *
   * @return the step that it is
   * @throws BrokenPromise if this side may not do that now, whatever the other does
   * @throws Misfit if the protocol has its loads in another order
   */
  RingStep follow(TraceAccess access) throws BrokenPromise, Misfit {
    StepEvent event = access.step();
    if (event == null) {
      throw new Misfit(access, "the profile " + profile.label() + " has no such step");
    }
    for (Expected expected : next) {
      if (expected.matches(event)) {
        take(expected.step(), event);
        return expected.step();
      }
    }
    if (isLoadInAnotherOrder(event)) {
      throw new Misfit(
          access,
          "the profile "
              + profile.label()
              + " has here "
              + allowed()
              + ". Another ring? --profile any judges it as one");
    }
    throw Blame.promise(next, access, event, allowed());
  }

  /** A load of one cursor where the protocol loads the other: an order, and no promise. */
  private boolean isLoadInAnotherOrder(StepEvent event) {
    return isCursorLoad(event.access(), event.word())
        && next.stream().noneMatch(expected -> expected.isKindOf(event))
        && next.stream().map(Expected::step).anyMatch(s -> isCursorLoad(s.access(), s.word()));
  }

  private static boolean isCursorLoad(AccessKind access, Word word) {
    return access == AccessKind.LOAD && (word == Word.WRITE || word == Word.READ);
  }

  /** What would be allowed now, in words. */
  String allowed() {
    return next.isEmpty()
        ? "nothing: " + side.letter() + " never woke"
        : String.join(" or ", next.stream().map(Expected::text).toList());
  }

  private void take(RingStep step, StepEvent event) {
    switch (step) {
      case PLoadRead, CLoadWrite -> seen = event.value();
      case PPublish, CPublish, PClose, CCancel -> own = event.value();
      case PCountProduced, CCountConsumed -> count++;
      case PCountWait, CCountWait -> waits++;
      default -> {}
    }
    next = after(step, event);
  }

  private enum Seen {
    ROOM_OR_ELEMENT,
    NOTHING,
    END
  }

  /** FULL or EMPTY is NOTHING; what the peer's flag or the own one ends is END. */
  private Seen seenState() {
    boolean producer = side == RingSide.PRODUCER;
    int ownCursor = MemoryLayout.cursor(own);
    int peerCursor = MemoryLayout.cursor(seen);
    boolean nothing = producer ? layout.next(ownCursor) == peerCursor : ownCursor == peerCursor;
    if (producer ? MemoryLayout.isFlagged(seen) : MemoryLayout.isFlagged(own)) {
      return Seen.END;
    }
    if (!nothing) {
      return Seen.ROOM_OR_ELEMENT;
    }
    return !producer && MemoryLayout.isFlagged(seen) ? Seen.END : Seen.NOTHING;
  }

  private List<Expected> idle() {
    if (side == RingSide.PRODUCER) {
      return List.of(expected(RingStep.PLoadWrite));
    }
    return order.mayClose()
        ? List.of(expected(RingStep.CLoadWrite), expected(RingStep.CLoadRead))
        : List.of(expected(RingStep.CLoadWrite));
  }

  private boolean looked; // the consumer has loaded WRITE: it takes rather than cancels

  private List<Expected> after(RingStep step, StepEvent event) {
    switch (step) {
      case PLoadWrite -> {
        if (MemoryLayout.isFlagged(own)) {
          return idle();
        }
        return order.mayClose()
            ? List.of(expected(RingStep.PLoadRead), expected(RingStep.PClose))
            : List.of(expected(RingStep.PLoadRead));
      }
      case CLoadWrite -> {
        looked = true;
        return List.of(expected(RingStep.CLoadRead));
      }
      case PLoadRead -> {
        return afterLooking();
      }
      case CLoadRead -> {
        if (looked) {
          looked = false;
          return afterLooking();
        }
        return MemoryLayout.isFlagged(own) ? idle() : List.of(expected(RingStep.CCancel));
      }
      case PCountWait -> {
        return List.of(expected(RingStep.PWait));
      }
      case CCountWait -> {
        return List.of(expected(RingStep.CWait));
      }
      case PWait, CWait -> {
        return event.result() == null ? List.of() : idle();
      }
      case PClose, CCancel -> {
        RingStep notify = side == RingSide.PRODUCER ? RingStep.PNotify : RingStep.CNotify;
        return List.of(expected(notify));
      }
      case PNotify, CNotify -> {
        return idle();
      }
      default -> {
        RingStep following = order.after(step);
        return following == RingStep.PLoadWrite || following == RingStep.CLoadWrite
            ? idle()
            : List.of(expected(following));
      }
    }
  }

  private List<Expected> afterLooking() {
    boolean producer = side == RingSide.PRODUCER;
    return switch (seenState()) {
      case END -> idle();
      case ROOM_OR_ELEMENT -> List.of(expected(producer ? order.whenRoom() : order.whenElement()));
      case NOTHING -> {
        RingStep patient = producer ? order.whenFullAndPatient() : order.whenEmptyAndPatient();
        List<Expected> allowed = new ArrayList<>();
        if (patient != RingStep.PLoadWrite && patient != RingStep.CLoadWrite) {
          allowed.add(expected(patient));
        }
        allowed.addAll(idle());
        yield allowed;
      }
    };
  }

  private Expected expected(RingStep step) {
    int cursor = MemoryLayout.cursor(own);
    @Nullable Integer value =
        switch (step) {
          case PLoadWrite, CLoadRead -> own;
          case PLoadRead, CLoadWrite, PWriteSlot, CReadSlot, PNotify, CNotify -> null;
          case PCountWait, CCountWait -> waits;
          case PWait, CWait -> seen;
          case PCountProduced, CCountConsumed -> count;
          case PPublish, CPublish -> layout.next(cursor);
          case PClose, CCancel -> own | MemoryLayout.FLAG;
          default -> throw new IllegalArgumentException(step + " is not in traces");
        };
    return new Expected(step, step.word() == Word.DATA ? cursor : -1, value);
  }
}
