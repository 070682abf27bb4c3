package org.sabring.explore.search;

import java.util.HashMap;
import java.util.Map;
import org.sabring.explore.Judge;
import org.sabring.explore.search.Position.Returned;

/** The values that states share: one object of all that are equal, and what has come of judges. */
final class Pool {

  /** An event, and who hears it: judges are values, so what comes of it is always the same. */
  private record Heard(Judge judge, int side, Returned event) {}

  private final Map<Object, Object> values = new HashMap<>();
  private final Map<Heard, Judge> judges = new HashMap<>();

  @SuppressWarnings("unchecked") // what is equal is of the same class
  <T> T same(T value) {
    Object first = values.putIfAbsent(value, value);
    return first == null ? value : (T) first;
  }

  /** The judge after it has heard of a return. */
  Judge after(Judge judge, int side, Returned event) {
    Heard heard = new Heard(judge, side, event);
    Judge known = judges.get(heard);
    if (known == null) {
      known = same(judge.returned(side, event.operation(), event.answer()));
      judges.put(heard, known);
    }
    return known;
  }
}
