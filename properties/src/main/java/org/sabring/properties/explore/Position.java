package org.sabring.properties.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a side is: which operation, what its object held when that began, and what the memory has
 * answered since. That decides all that the side will do, because its code is deterministic. Each
 * player makes one position of equal parts, so that they are compared by identity.
 */
final class Position {

  /** An operation has returned. */
  record Returned(Operation<?> operation, Object answer, boolean silent) {}

  /** Where an answer leads, and which operations return on the way. */
  record Edge(Position to, List<Returned> returned) {}

  final int number;
  final int operation;
  final List<@Nullable Object> held;
  final List<Access> asked;
  final int[] answers;

  /** The next access; null when all operations have returned. */
  final @Nullable Access access;

  final Map<Integer, Edge> edges = new HashMap<>();

  Position(
      int number,
      int operation,
      List<@Nullable Object> held,
      List<Access> asked,
      int[] answers,
      @Nullable Access access) {
    this.number = number;
    this.operation = operation;
    this.held = held;
    this.asked = asked;
    this.answers = answers;
    this.access = access;
  }

  /** How many steps of the operation have been taken. */
  int steps() {
    return answers.length;
  }

  boolean isDone() {
    return access == null;
  }

  @Override
  public int hashCode() {
    return number;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }
}
