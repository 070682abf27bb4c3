package org.sabring.properties.sample;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Calls of both sides for one thread, one after the other.
 *
 * @param setup the ring they are made on
 * @param calls in order
 */
public record Program(Setup setup, List<Call> calls) {

  public Program {
    calls = List.copyOf(calls);
  }

  /** The program that {@link #toString} wrote. */
  public static Program parse(String text) {
    String[] parts = text.split(": ?", 2);
    return new Program(
        Setup.parse(parts[0]),
        Stream.of(parts[1].split(" ")).filter(call -> !call.isEmpty()).map(Call::parse).toList());
  }

  @Override
  public String toString() {
    return setup + ": " + calls.stream().map(Call::toString).collect(Collectors.joining(" "));
  }
}
