package org.sabring.explore;

import java.util.List;

/**
 * A counterexample: a promise that a program breaks, and a schedule that breaks it.
 *
 * @param found what was found
 * @param rules the rules it breaks, if the promise has any
 * @param schedule how to get there: from {@link Explorer} one with the fewest steps, from {@link
 *     Smallest} one with the fewest switches
 * @param story the same, step by step
 */
public record Finding(String found, List<Enum<?>> rules, Schedule schedule, Story story) {

  public Finding {
    rules = List.copyOf(rules);
  }

  @Override
  public String toString() {
    String names = rules.isEmpty() ? "" : rules + " ";
    return names + found + " [" + schedule + "]";
  }
}
