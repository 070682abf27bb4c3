package org.sabring.explore.search;

import java.util.HashMap;
import java.util.Map;

/** The values that states share: one object of all that are equal. */
final class Pool {

  private final Map<Object, Object> values = new HashMap<>();

  @SuppressWarnings("unchecked") // what is equal is of the same class
  <T> T same(T value) {
    Object first = values.putIfAbsent(value, value);
    return first == null ? value : (T) first;
  }
}
