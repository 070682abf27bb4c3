package org.sabring.explore.search;

import java.util.HashMap;
import java.util.Map;
import org.sabring.explore.Monitor;
import org.sabring.explore.search.Position.Returned;

/**
 * A hash-consing pool of the values that states share, and a cache of what has come of monitors.
 */
final class Pool {

  /** An event, and who hears it: monitors are values, so what comes of it is always the same. */
  private record Heard(Monitor monitor, int side, Returned event) {}

  private final Map<Object, Object> values = new HashMap<>();
  private final Map<Heard, Monitor> monitors = new HashMap<>();

  @SuppressWarnings("unchecked") // what is equal is of the same class
  <T> T same(T value) {
    Object first = values.putIfAbsent(value, value);
    return first == null ? value : (T) first;
  }

  /** The monitor after it has heard of a return. */
  Monitor after(Monitor monitor, int side, Returned event) {
    Heard heard = new Heard(monitor, side, event);
    Monitor known = monitors.get(heard);
    if (known == null) {
      known = same(monitor.returned(side, event.operation(), event.answer()));
      monitors.put(heard, known);
    }
    return known;
  }
}
