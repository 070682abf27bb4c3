package org.sabring.spec.oracle.shapes;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.AccessMode;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.WaitResult;

/** What the two sides' programs have in common: how a side looks, moves, notifies and waits. */
abstract class RingProgram implements Consumer<Side> {

  static final int FLAG = 1 << 30;

  final Shape shape;
  private final @Nullable Mistake mistake;
  private final boolean produces;
  private final Place own;
  private final Place peers;
  private final Place counter;
  private final Place peersCounter;
  private final Place waits;
  private final Place peersWaits;

  // The state of a run; a program is run again and again from its start.
  @Nullable Side side;
  long position; // its own cursor
  long known; // the other's
  boolean ended; // the other's flag was seen
  private int seen; // the other's cursor as loaded
  private int seenCount;
  private int notified; // moves since the last notification
  private int count;

  RingProgram(Shape shape, @Nullable Mistake mistake, boolean produces) {
    this.shape = shape;
    this.mistake = mistake;
    this.produces = produces;
    own = produces ? Place.WRITE : Place.READ;
    peers = produces ? Place.READ : Place.WRITE;
    counter = produces ? Place.PRODUCED : Place.CONSUMED;
    peersCounter = produces ? Place.CONSUMED : Place.PRODUCED;
    waits = produces ? Place.PRODUCER_WAITS : Place.CONSUMER_WAITS;
    peersWaits = produces ? Place.CONSUMER_WAITS : Place.PRODUCER_WAITS;
  }

  @Override
  public final void accept(Side now) {
    side = now;
    long write = shape.start() + shape.stored();
    position = produces ? write : shape.start();
    known = produces ? shape.start() : write;
    seen = shape.raw(known);
    seenCount = 0;
    notified = 0;
    count = 0;
    ended = false;
    run();
    tellNow();
  }

  abstract void run();

  Side side() {
    return Objects.requireNonNull(side);
  }

  boolean makes(Mistake which) {
    return mistake == which;
  }

  boolean has(Trait trait) {
    return shape.has(trait);
  }

  void lock() {
    if (has(Trait.LOCKS)) {
      side().lock(shape.strong());
    }
  }

  void unlock() {
    if (has(Trait.LOCKS)) {
      side().storeOther("lock", 0, shape.strong());
    }
  }

  /** Loads the cursors, and learns how far the other has come. */
  void look() {
    if (has(Trait.OWN_FIRST)) {
      side().load(own, shape.own());
    }
    AccessMode mode = makes(Mistake.LOADS_RELAXED) ? AccessMode.OPAQUE : shape.looks();
    if (has(Trait.GOES_BY_COUNTERS) || has(Trait.WAITS_ON_COUNTER)) {
      seenCount = side().load(peersCounter, mode);
    }
    if (has(Trait.GOES_BY_COUNTERS)) {
      known = shape.start() + seenCount + (produces ? 0 : shape.stored());
    } else {
      seen = side().load(peers, mode);
      int cursor = seen;
      if (has(Trait.CLOSES) || has(Trait.CANCELS)) {
        ended |= (seen & FLAG) != 0;
        cursor = seen & ~FLAG;
      }
      long apart =
          produces
              ? shape.between(cursor, shape.raw(position))
              : shape.between(shape.raw(position), cursor);
      known = position + (produces ? -apart : apart);
    }
    if (shape.order() == Shape.Order.FENCES && !makes(Mistake.LOADS_RELAXED)) {
      side().fence(AccessMode.ACQUIRE);
    }
    if (has(Trait.OWN_LAST)) {
      side().load(own, shape.own());
    }
  }

  /** Moves its cursor and says so. */
  void move(int slots, int flag) {
    boolean plain = makes(Mistake.STORES_PLAIN);
    if (has(Trait.COUNTS_BEFORE)) {
      count(slots);
    }
    if (makes(Mistake.NOTIFIES_EARLY)) {
      tellNow(1);
    }
    boolean asked = makes(Mistake.ASKS_TOO_EARLY) && peerMaySleep();
    if (shape.order() == Shape.Order.FENCES && !plain) {
      side().fence(AccessMode.RELEASE);
    }
    position += slots;
    store(shape.raw(position) | flag, plain ? AccessMode.OPAQUE : shape.publishes());
    if (has(Trait.COUNTS_AFTER)) {
      count(slots);
    }
    notified++;
    if (makes(Mistake.ASKS_TOO_EARLY)) {
      notified = asked ? notified : 0;
    }
    if (notified >= (has(Trait.NOTIFIES_LATE) ? 2 : 1)) {
      tellNow();
    }
  }

  void store(int value, AccessMode mode) {
    side().store(own, value, mode);
  }

  void storePeers(long at) {
    side().store(peers, shape.raw(at), shape.publishes());
  }

  private void count(int slots) {
    AccessMode mode = shape.publishes();
    if (has(Trait.COUNTS_BY_STORE)) {
      count += slots;
      side().store(counter, count, mode);
    } else {
      side().add(counter, slots, mode == AccessMode.RELEASE ? AccessMode.VOLATILE : mode);
    }
  }

  /** Notifies what it owes. */
  void tellNow() {
    if (!makes(Mistake.NOTIFIES_EARLY)) {
      tellNow(notified);
    }
    notified = 0;
  }

  private void tellNow(int moves) {
    boolean waiting = has(Trait.WAITS) || has(Trait.WAITS_ON_COUNTER);
    if (moves == 0 || !waiting || makes(Mistake.NO_NOTIFICATION)) {
      return;
    }
    if (makes(Mistake.ASKS_TOO_EARLY) || peerMaySleep()) {
      side().notifyOthers(has(Trait.WAITS_ON_COUNTER) ? counter : own);
    }
  }

  private boolean peerMaySleep() {
    if (has(Trait.ASKS_FLAG)) {
      String name = produces ? "consumer-sleeps" : "producer-sleeps";
      return side().loadNewest(Place.OTHER, name, shape.strong()) != 0;
    }
    return !has(Trait.ASKS_WAITS) || side().loadNewest(peersWaits, "", shape.strong()) != 0;
  }

  /** Waits for the other side, or tries again at once. */
  void idle() {
    if (!has(Trait.WAITS) && !has(Trait.WAITS_ON_COUNTER)) {
      return;
    }
    tellNow();
    String name = produces ? "producer-sleeps" : "consumer-sleeps";
    if (has(Trait.ASKS_FLAG)) {
      side().storeOther(name, 1, shape.strong());
    }
    if (has(Trait.ASKS_WAITS)) {
      side().store(waits, 1, shape.strong());
    } else if (has(Trait.COUNTS_WAITS)) {
      side().add(waits, 1, shape.strong());
    }
    WaitResult result = sleep();
    if (has(Trait.TRUSTS_WAITS) && result == WaitResult.NOT_EQUAL) {
      known++; // by one at least
    }
    if (has(Trait.ASKS_FLAG)) {
      side().storeOther(name, 0, shape.strong());
    }
    if (has(Trait.ASKS_WAITS)) {
      side().store(waits, 0, shape.strong());
    }
  }

  private WaitResult sleep() {
    boolean anew = makes(Mistake.WAITS_ON_NEWEST);
    boolean onCounter = has(Trait.WAITS_ON_COUNTER);
    Place word = onCounter ? peersCounter : peers;
    int expected = anew ? side().loadNewest(word, "", shape.looks()) : onCounter ? seenCount : seen;
    return side().sleep(word, expected, has(Trait.TIMED));
  }
}
