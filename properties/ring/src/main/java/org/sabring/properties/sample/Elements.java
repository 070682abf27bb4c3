package org.sabring.properties.sample;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Any 32-bit value, the extreme ones more often. */
final class Elements {

  private Elements() {}

  static Arbitrary<Integer> any() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.of(0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE)),
        Tuple.of(3, Arbitraries.integers()));
  }
}
