package org.sabring.explore.search;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The blocked sides of a state: waiter lists, lock owners, permits and interrupts, as an immutable
 * value.
 *
 * @param listed the waiters of all words and monitors, the longest-waiting first
 * @param told questions that were answered, the oldest first
 * @param held the monitors that somebody holds
 * @param permits the sides that may park without sleeping, as bits
 * @param interrupted the sides whose interrupt status is set, as bits
 */
record Waiting(
    List<Place> listed, List<Place> told, List<Hold> held, int permits, int interrupted) {

  /** The question of a side that sleeps. */
  private static final int NONE = -1;

  /**
   * A place in a waiter list.
   *
   * @param word the location that it waits on
   * @param question its number; NONE if the side sleeps there
   * @param depth how deep it had taken the monitor that it gave back to wait
   */
  record Place(int side, int word, int question, int depth) {
    boolean sleeps() {
      return question == NONE;
    }

    boolean asks(int who) {
      return side == who && !sleeps();
    }
  }

  /** A monitor that a side holds, and how often it has taken it. */
  record Hold(int lock, int side, int depth) {}

  static final Waiting NOBODY = new Waiting(List.of(), List.of(), List.of(), 0, 0);

  static Place sleeper(int side, int word, int depth) {
    return new Place(side, word, NONE, depth);
  }

  static Place question(int side, int word, int question) {
    return new Place(side, word, question, 0);
  }

  private static <T> @Nullable T first(List<T> all, Predicate<T> wanted) {
    for (T one : all) {
      if (wanted.test(one)) {
        return one;
      }
    }
    return null;
  }

  @Nullable Place sleeper(int side) {
    return first(listed, place -> place.side() == side && place.sleeps());
  }

  boolean isAsleep(int side) {
    return sleeper(side) != null;
  }

  boolean isListed(int side, long question) {
    return has(listed, side, question);
  }

  /** The first number that no open question of a side has. */
  int free(int side) {
    int number = 0;
    while (has(listed, side, number) || has(told, side, number)) {
      number++;
    }
    return number;
  }

  private static boolean has(List<Place> places, int side, long question) {
    return first(places, p -> p.side() == side && p.question() == question) != null;
  }

  /** The oldest question of a side that is still listed. */
  @Nullable Place asked(int side) {
    return first(listed, place -> place.asks(side));
  }

  /** The oldest question of a side that was answered, and of which it has not heard. */
  @Nullable Place toldTo(int side) {
    return first(told, place -> place.asks(side));
  }

  /** Those that have waited longest on a word. */
  List<Place> oldest(int word, long most) {
    return listed.stream().filter(place -> place.word() == word).limit(most).toList();
  }

  Waiting with(Place place) {
    return in(plus(listed, place), told);
  }

  private Waiting in(List<Place> lists, List<Place> answered) {
    return new Waiting(lists, answered, held, permits, interrupted);
  }

  /** A sleeper wakes, or a question is taken back. */
  Waiting without(int side, long question) {
    return keeping(place -> place.side() != side || place.question() != question);
  }

  Waiting withoutSleeper(int side) {
    return without(side, NONE);
  }

  /** A side stops for good. */
  Waiting withoutSide(int side) {
    return keeping(place -> place.side() != side);
  }

  /** A question is answered. */
  Waiting tell(Place place) {
    Waiting left = without(place.side(), place.question());
    return in(left.listed, plus(left.told, place));
  }

  /** A side has heard the answer. */
  Waiting heard(Place place) {
    return keeping(other -> !other.equals(place));
  }

  private Waiting keeping(Predicate<Place> kept) {
    return in(listed.stream().filter(kept).toList(), told.stream().filter(kept).toList());
  }

  private static <T> List<T> plus(List<T> all, T one) {
    return Stream.concat(all.stream(), Stream.of(one)).toList();
  }

  // ---- monitors

  @Nullable Hold holder(int lock) {
    return first(held, hold -> hold.lock() == lock);
  }

  /** How often a side has taken a monitor that it holds; 0 if it does not. */
  int depth(int side, int lock) {
    Hold hold = holder(lock);
    return hold != null && hold.side() == side ? hold.depth() : 0;
  }

  boolean isFreeFor(int side, int lock) {
    Hold hold = holder(lock);
    return hold == null || hold.side() == side;
  }

  /** A side holds a monitor so deep; 0 if it does not hold it any more. */
  Waiting holding(int side, int lock, int depth) {
    Stream<Hold> now = depth == 0 ? Stream.of() : Stream.of(new Hold(lock, side, depth));
    Stream<Hold> others = held.stream().filter(hold -> hold.lock() != lock);
    List<Hold> all =
        Stream.concat(others, now).sorted(Comparator.comparingInt(Hold::lock)).toList();
    return new Waiting(listed, told, all, permits, interrupted);
  }

  // ---- parking and interrupts

  boolean hasPermit(int side) {
    return (permits & 1 << side) != 0;
  }

  Waiting permitting(int side, boolean may) {
    return new Waiting(listed, told, held, with(permits, side, may), interrupted);
  }

  boolean isInterrupted(int side) {
    return (interrupted & 1 << side) != 0;
  }

  Waiting interrupting(int side, boolean is) {
    return new Waiting(listed, told, held, permits, with(interrupted, side, is));
  }

  private static int with(int sides, int side, boolean is) {
    return is ? sides | 1 << side : sides & ~(1 << side);
  }
}
