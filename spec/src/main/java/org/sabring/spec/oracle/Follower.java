package org.sabring.spec.oracle;

import java.util.ArrayList;
import java.util.List;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.RingLayout;
import org.sabring.spec.law.Side;
import org.sabring.spec.law.Step;
import org.sabring.spec.law.StepOrder;
import org.sabring.spec.law.Word;
import org.sabring.spec.trace.Access;
import org.sabring.spec.trace.StepEvent;

/**
 * Follows one side through its own log. What a side may do next depends on nothing else: of the
 * peer it knows only what it has loaded, and that is in the log. Whether the peer can have stored
 * what it loaded is for {@link Merge} to say.
 */
final class Follower {

  private final Side side;
  private final RingLayout layout;
  private final Profile profile;
  private final StepOrder order;

  private List<Expected> next;
  private int own; // the own cursor word
  private long moves; // how often the own cursor was stored
  private int seen; // the peer's cursor word, as loaded last
  private long seenVersion; // how often it had been stored then
  private int count; // PRODUCED or CONSUMED
  private int waits; // PRODUCER_WAITS or CONSUMER_WAITS

  Follower(Side side, RingLayout layout, Profile profile) {
    this.side = side;
    this.layout = layout;
    this.profile = profile;
    this.order = new StepOrder(profile);
    this.next = idle();
  }

  /**
   * Takes the next line of this side.
   *
   * @throws Unexplained if this side may not do that now, whatever the peer does
   */
  Followed follow(StepEvent event) throws Unexplained {
    for (Expected expected : next) {
      if (expected.matches(event)) {
        return take(expected.step(), event);
      }
    }
    throw new Unexplained(Blame.rule(next, event), event, allowed());
  }

  /** What would be allowed now, in words. */
  String allowed() {
    return next.isEmpty()
        ? "nothing: " + side.letter() + " never woke"
        : String.join(" or ", next.stream().map(Expected::text).toList());
  }

  private Followed take(Step step, StepEvent event) throws Unexplained {
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
    return new Followed(event, step, version);
  }

  /** The peer is at most capacity - 1 slots away, so the slot tells how often it has moved. */
  private void see(StepEvent event) throws Unexplained {
    int cursor = RingLayout.cursor(event.value());
    if (event.value() < 0 || cursor >= layout.capacity()) {
      String allowed =
          "a cursor from 0 to " + (layout.capacity() - 1) + ", with or without its flag";
      throw new Unexplained(org.sabring.spec.law.Rule.RB204, event, allowed);
    }
    int ahead =
        side == Side.PRODUCER
            ? Math.floorMod(RingLayout.cursor(own) - cursor, layout.capacity())
            : Math.floorMod(cursor - RingLayout.cursor(own), layout.capacity());
    long elements = moves - (RingLayout.isFlagged(own) ? 1 : 0);
    long peer = side == Side.PRODUCER ? elements - ahead : elements + ahead;
    long version = peer + (RingLayout.isFlagged(event.value()) ? 1 : 0);
    if (version < seenVersion) {
      String allowed = "what was loaded before, " + RingLayout.show(seen) + ", or something newer";
      throw new Unexplained(org.sabring.spec.law.Rule.RB203, event, allowed);
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
    boolean producer = side == Side.PRODUCER;
    int ownCursor = RingLayout.cursor(own);
    int peerCursor = RingLayout.cursor(seen);
    boolean nothing = producer ? layout.next(ownCursor) == peerCursor : ownCursor == peerCursor;
    if (producer ? RingLayout.isFlagged(seen) : RingLayout.isFlagged(own)) {
      return Seen.END;
    }
    if (!nothing) {
      return Seen.ROOM_OR_ELEMENT;
    }
    return !producer && RingLayout.isFlagged(seen) ? Seen.END : Seen.NOTHING;
  }

  private List<Expected> idle() {
    if (side == Side.PRODUCER) {
      return List.of(expected(Step.PLoadWrite));
    }
    return order.mayClose()
        ? List.of(expected(Step.CLoadWrite), expected(Step.CLoadRead))
        : List.of(expected(Step.CLoadWrite));
  }

  private boolean looked; // the consumer has loaded WRITE: it takes rather than cancels

  private List<Expected> after(Step step, StepEvent event) {
    switch (step) {
      case PLoadWrite -> {
        if (RingLayout.isFlagged(own)) {
          return idle();
        }
        return order.mayClose()
            ? List.of(expected(Step.PLoadRead), expected(Step.PClose))
            : List.of(expected(Step.PLoadRead));
      }
      case CLoadWrite -> {
        looked = true;
        return List.of(expected(Step.CLoadRead));
      }
      case PLoadRead -> {
        return afterLooking();
      }
      case CLoadRead -> {
        if (looked) {
          looked = false;
          return afterLooking();
        }
        return RingLayout.isFlagged(own) ? idle() : List.of(expected(Step.CCancel));
      }
      case PCountWait -> {
        return List.of(expected(Step.PWait));
      }
      case CCountWait -> {
        return List.of(expected(Step.CWait));
      }
      case PWait, CWait -> {
        return event.result() == null ? List.of() : idle();
      }
      case PClose, CCancel -> {
        Step notify = side == Side.PRODUCER ? Step.PNotify : Step.CNotify;
        return profile == Profile.BARE ? idle() : List.of(expected(notify));
      }
      case PNotify, CNotify -> {
        return idle();
      }
      default -> {
        Step following = order.after(step);
        return following == Step.PLoadWrite || following == Step.CLoadWrite
            ? idle()
            : List.of(expected(following));
      }
    }
  }

  private List<Expected> afterLooking() {
    boolean producer = side == Side.PRODUCER;
    return switch (seenState()) {
      case END -> idle();
      case ROOM_OR_ELEMENT -> List.of(expected(producer ? order.whenRoom() : order.whenElement()));
      case NOTHING -> {
        Step patient = producer ? order.whenFullAndPatient() : order.whenEmptyAndPatient();
        List<Expected> allowed = new ArrayList<>();
        if (patient != Step.PLoadWrite && patient != Step.CLoadWrite) {
          allowed.add(expected(patient));
        }
        allowed.addAll(idle());
        yield allowed;
      }
    };
  }

  private Expected expected(Step step) {
    int cursor = RingLayout.cursor(own);
    return switch (step) {
      case PLoadWrite -> Expected.of(step, Access.LOAD, Word.WRITE, own);
      case PLoadRead -> Expected.of(step, Access.LOAD, Word.READ, null);
      case PCountWait -> Expected.of(step, Access.ADD, Word.PRODUCER_WAITS, waits);
      case PWait -> Expected.of(step, Access.WAIT, Word.READ, seen);
      case PWriteSlot -> new Expected(step, Access.STORE, Word.DATA, cursor, null);
      case PCountProduced -> Expected.of(step, Access.ADD, Word.PRODUCED, count);
      case PPublish -> Expected.of(step, Access.STORE, Word.WRITE, layout.next(cursor));
      case PNotify -> Expected.of(step, Access.NOTIFY, Word.WRITE, null);
      case PClose -> Expected.of(step, Access.STORE, Word.WRITE, own | RingLayout.FLAG);
      case CLoadWrite -> Expected.of(step, Access.LOAD, Word.WRITE, null);
      case CLoadRead -> Expected.of(step, Access.LOAD, Word.READ, own);
      case CCountWait -> Expected.of(step, Access.ADD, Word.CONSUMER_WAITS, waits);
      case CWait -> Expected.of(step, Access.WAIT, Word.WRITE, seen);
      case CReadSlot -> new Expected(step, Access.LOAD, Word.DATA, cursor, null);
      case CPublish -> Expected.of(step, Access.STORE, Word.READ, layout.next(cursor));
      case CCountConsumed -> Expected.of(step, Access.ADD, Word.CONSUMED, count);
      case CNotify -> Expected.of(step, Access.NOTIFY, Word.READ, null);
      case CCancel -> Expected.of(step, Access.STORE, Word.READ, own | RingLayout.FLAG);
      default -> throw new IllegalArgumentException(step + " is not in traces");
    };
  }
}
