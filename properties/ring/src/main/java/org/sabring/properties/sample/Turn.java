package org.sabring.properties.sample;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some calls of the same kind by one of two threads.
 *
 * @param how which call
 * @param times how many; for DRAIN the limit of the one call
 */
public record Turn(How how, int times) {

  /** How a side goes about it: its blocking, timed or non-blocking call, or drain. */
  public enum How {
    WAIT,
    TIMED,
    NOW,
    DRAIN
  }

  static List<Turn> parse(String text) {
    return Stream.of(text.split(" "))
        .map(turn -> turn.split("\\*", 2))
        .map(
            turn ->
                new Turn(How.valueOf(turn[0].toUpperCase(Locale.ROOT)), Integer.parseInt(turn[1])))
        .toList();
  }

  static String show(List<Turn> turns) {
    return turns.stream().map(Turn::toString).collect(Collectors.joining(" "));
  }

  @Override
  public String toString() {
    return how.name().toLowerCase(Locale.ROOT) + "*" + times;
  }
}
