package org.sabring.properties.conform;

import org.sabring.explore.Schedule;
import org.sabring.spec.law.Interleaving;

/**
 * The first difference between the code and the law.
 *
 * @param kind what it is that differs
 * @param found what the one does and the other does not
 * @param schedule how to get there, in the explorer's words; no other is shorter
 * @param steps how many steps of the protocol that takes
 * @param story the same, one column a side, one line a step
 */
public record Difference(
    Kind kind, String found, Schedule schedule, int steps, Interleaving story) {

  /** What differs. */
  public enum Kind {
    /** The memory, or what a side knows. */
    STATE("another state"),
    /** The code does something else, or goes on with something else. */
    STEP("another step"),
    /** The code does not do what the law allows. */
    MISSING("a step not taken");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** For people, and in the catalogue of mutants. */
    public String label() {
      return label;
    }
  }

  @Override
  public String toString() {
    return "after %d step%s [%s]: %s".formatted(steps, steps == 1 ? "" : "s", schedule, found);
  }
}
