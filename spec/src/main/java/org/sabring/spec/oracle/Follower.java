package org.sabring.spec.oracle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.AccessKind;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.RingStep;
import org.sabring.spec.law.Rule;
import org.sabring.spec.law.StepOrder;
import org.sabring.spec.law.Word;
import org.sabring.spec.trace.StepEvent;

/**
 * The state machine of one side, driven by that side's own log. What a side may do next depends on
 * nothing else: of the peer it knows only what it has loaded, and that is in the log. Whether the
 * peer can have stored what it loaded is for {@link Merge} to say.
 */
final class Follower {

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
  private long moves; // how often the own cursor was stored
  private int seen; // the peer's cursor word, as loaded last
  private long seenVersion; // how often it had been stored then
  private int count; // PRODUCED or CONSUMED
  private int waits; // PRODUCER_WAITS or CONSUMER_WAITS

  Follower(RingSide side, MemoryLayout layout, Profile profile) {
    this.side = side;
    this.layout = layout;
    this.profile = profile;
    this.order = new StepOrder(profile);
    this.next = idle();
  }

  /**
   * Takes the next line of this side.
   *
   * @throws UnexplainedStep if this side may not do that now, whatever the peer does
   */
  ExplainedStep follow(StepEvent event) throws UnexplainedStep {
    for (Expected expected : next) {
      if (expected.matches(event)) {
        return take(expected.step(), event);
      }
    }
    throw new UnexplainedStep(Blame.rule(next, event), event, allowed());
  }

  /** What would be allowed now, in words. */
  String allowed() {
    return next.isEmpty()
        ? "nothing: " + side.letter() + " never woke"
        : String.join(" or ", next.stream().map(Expected::text).toList());
  }

  private ExplainedStep take(RingStep step, StepEvent event) throws UnexplainedStep {
    long version = 0;
    switch (step) {
      case PLoadRead, CLoadWrite -> {
        see(event);
        version = seenVersion;
      }
      case PWait, CWait -> version = seenVersion;
      case PPublish, CPublish, PClose, CCancel -> {
        own = event.value();
        version = ++moves;
      }
      case PCountProduced, CCountConsumed -> count++;
      case PCountWait, CCountWait -> waits++;
      default -> {}
    }
    next = after(step, event);
    return new ExplainedStep(event, step, version);
  }

  /** The peer is at most capacity - 1 slots away, so the slot tells how often it has moved. */
  private void see(StepEvent event) throws UnexplainedStep {
    int cursor = MemoryLayout.cursor(event.value());
    if (event.value() < 0 || cursor >= layout.capacity()) {
      String allowed =
          "a cursor from 0 to " + (layout.capacity() - 1) + ", with or without its flag";
      throw new UnexplainedStep(Rule.RB204, event, allowed);
    }
    int ahead =
        side == RingSide.PRODUCER
            ? Math.floorMod(MemoryLayout.cursor(own) - cursor, layout.capacity())
            : Math.floorMod(cursor - MemoryLayout.cursor(own), layout.capacity());
    long elements = moves - (MemoryLayout.isFlagged(own) ? 1 : 0);
    long peer = side == RingSide.PRODUCER ? elements - ahead : elements + ahead;
    long version = peer + (MemoryLayout.isFlagged(event.value()) ? 1 : 0);
    if (version < seenVersion) {
      String allowed =
          "what was loaded before, " + MemoryLayout.show(seen) + ", or something newer";
      throw new UnexplainedStep(Rule.RB203, event, allowed);
    }
    seen = event.value();
    seenVersion = version;
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
        return profile == Profile.BARE ? idle() : List.of(expected(notify));
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
