package org.sabring.properties.sample;

import java.util.List;
import java.util.stream.Collectors;
import org.sabring.spec.law.RingSide;

/**
 * A schedule of any program: at each step a number that says which of the possible steps to take.
 * Zero is the simplest, to go on with the same side; so is the end of the list. Therefore each list
 * is a schedule of each program, and one that is shorter, or has smaller numbers, is a simpler one.
 *
 * @param first whose step is the simplest at the beginning
 * @param numbers none negative
 */
public record Choices(RingSide first, List<Integer> numbers) {

  public Choices {
    numbers = List.copyOf(numbers);
  }

  /** The number at a step, from 0. */
  public int at(int step) {
    return step < numbers.size() ? numbers.get(step) : 0;
  }

  @Override
  public String toString() {
    return numbers.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(" ", first + " first [", "]"));
  }
}
