package org.sabring.spec.oracle.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.AccessMode;
import org.sabring.spec.event.CursorKind;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.event.TraceThread;
import org.sabring.spec.event.WaitResult;
import org.sabring.spec.scalar.Scalar;

/**
 * A ring of random shape, run under a random schedule and recorded: one producer and one consumer
 * that do whatever {@code AnyRing.tla} lets them do, and nothing else.
 */
final class RandomRing {

  /** A side that is run: what it knows, and what it is about to do. */
  private final class Side {
    final boolean produces;
    final TraceThread thread;
    final Place own;
    final Place peers;
    long position; // published or freed
    long worked; // behind the last slot worked on
    long known; // the other's cursor, as last loaded
    @Nullable Integer sleepsAt; // index of the wait among the accesses

    Side(boolean produces) {
      this.produces = produces;
      thread = produces ? TraceThread.P : TraceThread.C;
      own = produces ? Place.WRITE : Place.READ;
      peers = produces ? Place.READ : Place.WRITE;
    }

    Side peer() {
      return produces ? consumer : producer;
    }

    int slot(long at) {
      return (int) (at % capacity);
    }

    boolean mayWork() {
      long limit = produces ? known + capacity : known;
      return worked < limit && worked - position < 3;
    }

    boolean mayPublish() {
      return worked > position && (!produces || worked - known <= bound);
    }
  }

  final int capacity;
  final CursorKind cursors;
  final int bound;
  final List<TraceAccess> accesses = new ArrayList<>();

  private final Random random;
  private final Side producer = new Side(true);
  private final Side consumer = new Side(false);
  private final @Nullable Scalar[] slots;
  private final boolean waits;
  private final boolean notifies;
  private int next = 1;

  RandomRing(Random random, int steps) {
    this.random = random;
    capacity = 2 + random.nextInt(3);
    cursors = List.of(CursorKind.values()).get(random.nextInt(3));
    bound = cursors == CursorKind.WRAPPED ? capacity - 1 : capacity;
    slots = new @Nullable Scalar[capacity];
    waits = random.nextBoolean();
    notifies = random.nextInt(4) > 0;
    for (int step = 0; step < steps; step++) {
      step(random.nextBoolean() ? producer : consumer);
    }
  }

  private int raw(long position) {
    return switch (cursors) {
      case WRAPPED -> (int) (position % capacity);
      case DOUBLED -> (int) (position % (2L * capacity));
      case COUNTING -> (int) position;
    };
  }

  private void step(Side side) {
    if (side.sleepsAt != null) {
      wakeForNothing(side);
      return;
    }
    switch (random.nextInt(6)) {
      case 0, 1 -> work(side);
      case 2 -> publish(side);
      case 3 -> look(side);
      case 4 -> add(side, TraceAccess.Kind.LOAD, side.own, raw(side.position), null);
      default -> {
        if (waits && random.nextInt(3) == 0) {
          sleep(side);
        }
      }
    }
  }

  private void work(Side side) {
    if (!side.mayWork()) {
      return;
    }
    int slot = side.slot(side.worked);
    if (side.produces) {
      slots[slot] = random.nextInt(4) == 0 ? Scalar.of(0) : Scalar.of(next++);
      data(side, TraceAccess.Kind.STORE, slot);
    } else {
      data(side, TraceAccess.Kind.LOAD, slot);
    }
    side.worked++;
  }

  private void publish(Side side) {
    if (!side.mayPublish()) {
      return;
    }
    side.position = random.nextBoolean() ? side.worked : side.position + 1;
    add(side, TraceAccess.Kind.STORE, side.own, raw(side.position), null);
    if (notifies && random.nextInt(4) > 0) {
      notifyPeer(side);
    }
  }

  private void notifyPeer(Side side) {
    Side peer = side.peer();
    boolean wakes = peer.sleepsAt != null;
    if (wakes) {
      answer(peer, WaitResult.OK);
    }
    add(side, TraceAccess.Kind.NOTIFY, side.own, wakes ? 1 : 0, null);
  }

  private void look(Side side) {
    side.known = side.peer().position;
    add(side, TraceAccess.Kind.LOAD, side.peers, raw(side.known), null);
  }

  private void sleep(Side side) {
    boolean changed = side.peer().position != side.known;
    add(
        side,
        TraceAccess.Kind.WAIT,
        side.peers,
        raw(side.known),
        changed ? WaitResult.NOT_EQUAL : null);
    if (!changed) {
      side.sleepsAt = accesses.size() - 1;
    }
  }

  private void wakeForNothing(Side side) {
    if (random.nextInt(6) == 0) {
      answer(side, random.nextBoolean() ? WaitResult.OK : WaitResult.TIMED_OUT);
    }
  }

  private void answer(Side side, WaitResult result) {
    int at = java.util.Objects.requireNonNull(side.sleepsAt);
    TraceAccess a = accesses.get(at);
    accesses.set(
        at,
        new TraceAccess(
            a.line(),
            a.thread(),
            a.kind(),
            a.place(),
            -1,
            0,
            a.value(),
            null,
            1,
            result,
            a.mode()));
    side.sleepsAt = null;
  }

  private void data(Side side, TraceAccess.Kind kind, int slot) {
    accesses.add(
        new TraceAccess(
            accesses.size() + 2L,
            side.thread,
            kind,
            Place.DATA,
            slot,
            0,
            0,
            slots[slot],
            1,
            null,
            AccessMode.UNKNOWN));
  }

  private void add(
      Side side, TraceAccess.Kind kind, Place place, int value, @Nullable WaitResult result) {
    accesses.add(
        new TraceAccess(
            accesses.size() + 2L,
            side.thread,
            kind,
            place,
            -1,
            0,
            value,
            null,
            1,
            result,
            AccessMode.UNKNOWN));
  }
}
