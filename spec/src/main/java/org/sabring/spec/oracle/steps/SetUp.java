package org.sabring.spec.oracle.steps;

import java.util.EnumMap;
import java.util.Map;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.law.RingSide;

/**
 * The memory before either side has begun: zero, but for what somebody stored there first. Who that
 * is does not matter; what matters is that nobody was at work.
 */
final class SetUp {

  private final Map<Place, Integer> values = new EnumMap<>(Place.class);
  private boolean begun;

  /**
   * Takes a store that is no step of the ring's.
   *
   * @throws Misfit if a side has begun, and the store changes what it began with
   */
  void store(TraceAccess access) throws Misfit {
    if (access.place() == Place.DATA || access.place() == Place.OTHER) {
      return;
    }
    if (begun && value(access.place()) != access.value()) {
      throw new Misfit(
          access,
          "a thread that is not this word's side stores to it, and the sides have begun. A recording"
              + " tells of set-up before the sides' own lines; more than one writer is no ring of"
              + " this kind");
    }
    values.put(access.place(), access.value());
  }

  /** Learns what a word held when the recording began. */
  void know(Place place, int value) {
    values.put(place, value);
  }

  /** What a word holds before the first step. */
  int value(Place place) {
    return values.getOrDefault(place, 0);
  }

  /** What a side's cursor holds before the first step. */
  int cursor(RingSide side) {
    begun = true;
    return value(side == RingSide.PRODUCER ? Place.WRITE : Place.READ);
  }
}
