package org.sabring.spec.oracle.steps;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;
import org.sabring.spec.oracle.steps.RingAction.Counted;
import org.sabring.spec.oracle.steps.RingAction.Kind;

/**
 * The reading of one side's log: every cursor value becomes the position that it means.
 *
 * <p>In a ring that keeps its promises the two cursors are never further apart than its slots, and
 * neither side ever sees the other fall back; so a value has one meaning, seen from the own cursor.
 * A value that has none shows a promise broken, or that the recording is not of such a ring.
 */
final class PositionTracker {

  private final RingSide side;
  private final Cursors cursors;
  private final SetUp setUp;
  private final boolean complete;
  private final boolean fromMiddle;
  private final PeerCursor peer;
  private final CounterTracker counters;

  private boolean placed; // positions are known
  private int own; // the own cursor as last stored
  private long start; // where the own cursor stood at first
  private long position; // what it means now
  private boolean flagged; // closed or cancelled
  private boolean asleep; // its last line is a wait that never came back

  PositionTracker(
      RingSide side, Cursors cursors, SetUp setUp, boolean complete, boolean fromMiddle) {
    this.fromMiddle = fromMiddle;
    this.side = side;
    this.cursors = cursors;
    this.setUp = setUp;
    this.complete = complete;
    peer = new PeerCursor(side, cursors, complete);
    counters = new CounterTracker(side, setUp, fromMiddle);
  }

  /** Where its cursor stands before its first step. */
  long start() {
    place();
    return start;
  }

  /**
   * Takes the next line of this side.
   *
   * @return what it means to the judge; null if nothing
   * @throws BrokenPromise if this side may not do that, whatever the other does
   * @throws Misfit if it has no meaning in a ring of this kind
   */
  @Nullable RingAction follow(TraceAccess access) throws BrokenPromise, Misfit {
    if (asleep) {
      throw new Misfit(access, "its thread waits, by the line before, and has not come back");
    }
    asleep = access.kind() == TraceAccess.Kind.WAIT && access.result() == null;
    boolean own = access.place().writer() == side;
    place();
    if (access.place() == Place.DATA) {
      return data(access);
    }
    return switch (access.kind()) {
      case FENCE -> new RingAction(Kind.FENCE, access, Counted.CURSOR, 0);
      case LOAD -> own ? ownLoad(access) : look(access);
      case STORE, ADD -> own ? move(access) : foreign(access);
      case WAIT -> sleep(access);
      case NOTIFY -> own ? notification(access) : null;
    };
  }

  /** Both cursors stand where the set-up left them; the producer's number is its position. */
  private void place() {
    if (placed) {
      return;
    }
    placed = true;
    int write = setUp.cursor(RingSide.PRODUCER);
    int read = setUp.cursor(RingSide.CONSUMER);
    if (!fromMiddle) {
      cursors.begin(write);
      cursors.begin(read);
    }
    long stored = Math.max(0, cursors.between(read, write));
    long producer = Integer.toUnsignedLong(write);
    boolean produces = side == RingSide.PRODUCER;
    own = produces ? write : read;
    start = produces ? producer : producer - stored;
    position = start;
    long peers = RingAction.version(produces ? producer - stored : producer, false);
    peer.begin(produces ? read : write, fromMiddle ? PeerCursor.NONE : peers);
  }

  private @Nullable RingAction data(TraceAccess access) {
    boolean loads = access.kind() == TraceAccess.Kind.LOAD;
    boolean works = side == RingSide.CONSUMER || access.kind() == TraceAccess.Kind.STORE;
    if (access.kind() == TraceAccess.Kind.WAIT || access.kind() == TraceAccess.Kind.NOTIFY) {
      return new RingAction(Kind.UNSEEN_WAIT, access, Counted.CURSOR, 0);
    }
    if (loads && !works) {
      return null; // the producer may look at what it wrote
    }
    int ahead = Math.floorMod(access.index() - cursors.slot(own), cursors.capacity());
    Kind kind = side == RingSide.PRODUCER ? Kind.WRITE_SLOT : Kind.READ_SLOT;
    return new RingAction(kind, access, Counted.CURSOR, position + ahead);
  }

  private boolean isCursor(TraceAccess access) {
    return access.place() == Place.WRITE || access.place() == Place.READ;
  }

  /** A load of a word that this side alone stores to. */
  private @Nullable RingAction ownLoad(TraceAccess access) {
    if (!isCursor(access) || access.value() == own) {
      return null;
    }
    String other = "it holds " + Cursors.text(own) + ", which this side stored itself";
    return RingAction.impossible(
        access,
        complete,
        new BrokenPromise(Rule.RB203, access, "somebody else stores there too", other),
        other + "; the recording misses a store, or another thread stores");
  }

  private @Nullable RingAction foreign(TraceAccess access) throws BrokenPromise {
    boolean counter = access.place() != Place.OTHER && !isCursor(access);
    if (access.place() == Place.OTHER) {
      return access.kind() == TraceAccess.Kind.ADD ? handshake(access) : null;
    }
    if (counter && access.kind() == TraceAccess.Kind.ADD) {
      return null; // a counter that both sides add to
    }
    String peer = side.peer().letter();
    throw new BrokenPromise(
        Rule.RB203,
        access,
        "it overwrites what " + peer + " stores there: elements are lost, or come twice",
        "to leave the word to " + peer);
  }

  private @Nullable RingAction move(TraceAccess access) throws BrokenPromise {
    if (!isCursor(access)) {
      return counters.move(access);
    }
    boolean adds = access.kind() == TraceAccess.Kind.ADD;
    if (adds && access.value() != own) {
      return ownLoad(access);
    }
    int next = adds ? access.value() + access.by() : access.value();
    long slots = cursors.between(own, next);
    if (flagged && next != own) {
      String what = side == RingSide.PRODUCER ? "puts after it closed" : "takes after it cancelled";
      throw new BrokenPromise(Rule.RB502, access, "it " + what, "to leave the cursor alone");
    }
    if (slots < 0) {
      throw new BrokenPromise(Rule.RB204, access, jump(next), "to move over the slots worked on");
    }
    boolean moved = slots > 0;
    own = next;
    position += slots;
    flagged = cursors.isFlagged(next);
    return moved || flagged
        ? new RingAction(Kind.MOVE, access, Counted.CURSOR, RingAction.version(position, flagged))
        : null;
  }

  private String jump(int next) {
    String from = "from " + Cursors.text(own) + " to " + Cursors.text(next);
    String kind = cursors.isKnown() ? "a cursor that is " + cursors.text() : "any cursor";
    return from
        + ", which is no move forward of "
        + kind
        + " in a ring of "
        + cursors.capacity()
        + (side == RingSide.PRODUCER
            ? ": slots are handed over that nobody wrote"
            : ": slots are freed that nobody read");
  }

  /** A load of a word of the other side. */
  private @Nullable RingAction look(TraceAccess access) {
    if (access.place() == Place.OTHER) {
      return handshake(access);
    }
    return isCursor(access) ? peer.look(access, own, position) : counters.look(access);
  }

  /** A load of a word that is no part of the ring, such as a lock: it may order what follows. */
  private static @Nullable RingAction handshake(TraceAccess access) {
    return access.mode().acquires()
        ? new RingAction(Kind.HANDSHAKE, access, Counted.CURSOR, 0)
        : null;
  }

  private @Nullable RingAction notification(TraceAccess access) {
    return isCursor(access)
        ? new RingAction(Kind.NOTIFY, access, Counted.CURSOR, 0)
        : counters.notification(access);
  }

  private RingAction sleep(TraceAccess access) {
    Place peers = side == RingSide.PRODUCER ? Place.READ : Place.WRITE;
    if (access.place() == peers) {
      return peer.sleep(access, own, position);
    }
    RingAction counted = counters.sleep(access);
    return Objects.requireNonNullElse(
        counted, new RingAction(Kind.UNSEEN_WAIT, access, Counted.CURSOR, 0));
  }
}
