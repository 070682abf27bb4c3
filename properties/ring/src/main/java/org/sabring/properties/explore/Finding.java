package org.sabring.properties.explore;

import java.util.List;
import org.sabring.spec.Interleaving;
import org.sabring.spec.Rule;

/**
 * A promise that a program breaks, and a way to it.
 *
 * @param found what was found
 * @param rules the rules it breaks, if it is about our ring
 * @param schedule how to get there: from {@link Explorer} one with the fewest steps, from {@link
 *     Smallest} one with the fewest switches
 * @param story the same, step by step
 */
public record Finding(String found, List<Rule> rules, Schedule schedule, Interleaving story) {

  public Finding {
    rules = List.copyOf(rules);
  }

  @Override
  public String toString() {
    String names = rules.isEmpty() ? "" : rules + " ";
    return names + found + " [" + schedule + "]";
  }
}
