package org.sabring.properties.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who waits, and who has been told and has not heard it yet: an immutable value.
 *
 * @param listed the waiters of all words, the longest-waiting first
 * @param told questions that were answered, the oldest first
 */
record Waiting(List<Place> listed, List<Place> told) {

  /** The question of a side that sleeps. */
  private static final int NONE = -1;

  /**
   * A place in a waiter list.
   *
   * @param question its number; NONE if the side sleeps there
   */
  record Place(int side, int word, int question) {
    boolean sleeps() {
      return question == NONE;
    }
  }

  static final Waiting NOBODY = new Waiting(List.of(), List.of());

  static Place sleeper(int side, int word) {
    return new Place(side, word, NONE);
  }

  boolean isAsleep(int side) {
    for (Place place : listed) {
      if (place.side() == side && place.sleeps()) {
        return true;
      }
    }
    return false;
  }

  boolean isListed(int side, int question) {
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

  private static boolean has(List<Place> places, int side, int question) {
    return places.stream().anyMatch(p -> p.side() == side && p.question() == question);
  }

  /** The oldest question of a side that is still listed. */
  @Nullable Place asked(int side) {
    return first(listed, side);
  }

  /** The oldest question of a side that was answered, and of which it has not heard. */
  @Nullable Place toldTo(int side) {
    return first(told, side);
  }

  private static @Nullable Place first(List<Place> places, int side) {
    for (Place place : places) {
      if (place.side() == side && !place.sleeps()) {
        return place;
      }
    }
    return null;
  }

  /** Those that have waited longest on a word. */
  List<Place> oldest(int word, int most) {
    return listed.stream().filter(place -> place.word() == word).limit(most).toList();
  }

  Waiting with(Place place) {
    return new Waiting(plus(listed, place), told);
  }

  /** A sleeper wakes, or a question is taken back. */
  Waiting without(int side, int question) {
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
    return new Waiting(left.listed, plus(left.told, place));
  }

  /** A side has heard the answer. */
  Waiting heard(Place place) {
    return keeping(other -> !other.equals(place));
  }

  private Waiting keeping(Predicate<Place> kept) {
    return new Waiting(listed.stream().filter(kept).toList(), told.stream().filter(kept).toList());
  }

  private static List<Place> plus(List<Place> places, Place place) {
    List<Place> more = new ArrayList<>(places);
    more.add(place);
    return List.copyOf(more);
  }
}
