package org.sabring.spec.oracle.steps;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.event.WaitResult;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.oracle.steps.RingAction.Counted;
import org.sabring.spec.oracle.steps.RingAction.Kind;

/**
 * The reading of a side's counters, its own and those that it loads of the other. No promise is
 * made of them here; but who loads one learns how far the other has come. One that does not only
 * grow tells only that something may have happened.
 */
final class CounterTracker {

  /** A counter as one side knows it. */
  private static final class Counter {
    int value;
    long count;
    boolean useless;

    /** Goes on to a value; false if it is no counter, or tells nothing. */
    boolean reach(int next) {
      int more = next - value;
      useless |= more < 0;
      count += useless ? 0 : more;
      value = next;
      return !useless;
    }
  }

  private final RingSide side;
  private final SetUp setUp;
  private final boolean fromMiddle; // what they counted before is not known
  private final Map<Place, Counter> counters = new EnumMap<>(Place.class);

  CounterTracker(RingSide side, SetUp setUp, boolean fromMiddle) {
    this.fromMiddle = fromMiddle;
    this.side = side;
    this.setUp = setUp;
  }

  private Counter counter(TraceAccess access) {
    return counters.computeIfAbsent(
        access.place(),
        place -> {
          Counter counter = new Counter();
          counter.value = setUp.value(place);
          counter.count = Integer.toUnsignedLong(counter.value);
          return counter;
        });
  }

  @Nullable RingAction move(TraceAccess access) {
    boolean adds = access.kind() == TraceAccess.Kind.ADD;
    return reached(Kind.MOVE, access, adds ? access.value() + access.by() : access.value());
  }

  @Nullable RingAction look(TraceAccess access) {
    return reached(Kind.LOOK, access, access.value());
  }

  private @Nullable RingAction reached(Kind kind, TraceAccess access, int value) {
    Counter counter = counter(access);
    if (!fromMiddle && counter.reach(value)) {
      return new RingAction(kind, access, word(access), counter.count);
    }
    boolean tells = kind == Kind.LOOK && word(access) == Counted.ELEMENTS;
    return tells ? new RingAction(Kind.UNSEEN_WAIT, access, Counted.CURSOR, 0) : null;
  }

  @Nullable RingAction notification(TraceAccess access) {
    return access.place() == Place.OTHER
        ? null
        : new RingAction(Kind.NOTIFY, access, word(access), counter(access).count);
  }

  /** A wait on a counter of the other side; null if it is none, or tells nothing. */
  @Nullable RingAction sleep(TraceAccess access) {
    boolean changed = access.result() == WaitResult.NOT_EQUAL;
    if (changed || access.place().writer() != side.peer() || access.place() == Place.DATA) {
      return null;
    }
    return reached(Kind.SLEEP, access, access.value());
  }

  private static Counted word(TraceAccess access) {
    return access.place() == Place.PRODUCED || access.place() == Place.CONSUMED
        ? Counted.ELEMENTS
        : Counted.WAITS;
  }
}
