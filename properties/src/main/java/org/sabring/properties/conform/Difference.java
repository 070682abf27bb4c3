package org.sabring.properties.conform;

import org.sabring.properties.explore.Schedule;
import org.sabring.spec.Interleaving;

/**
 * Where the code and the law part.
 *
 * @param found what the one does and the other does not
 * @param schedule how to get there, in the explorer's words; no other is shorter
 * @param steps how many steps of the protocol that takes
 * @param story the same, one column a side, one line a step
 */
public record Difference(String found, Schedule schedule, int steps, Interleaving story) {

  @Override
  public String toString() {
    return "after %d step%s [%s]: %s".formatted(steps, steps == 1 ? "" : "s", schedule, found);
  }
}
