package org.sabring.properties.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a side is: which operation, what its object held when that began, what the memory has
 * answered since, and what may be called afterwards. That decides all that the side will do,
 * because its code is deterministic. Between two operations it may stand before a choice instead.
 * Each player makes one position of equal parts, so that they are compared by identity.
 */
final class Position {

  /** What happened on the way from one access to the next. */
  sealed interface Happened {}

  /** An operation has told the judge something. */
  record Said(Object what) implements Happened {}

  /** An operation has returned. */
  record Returned(Operation<?> operation, Object answer, boolean silent) implements Happened {}

  /** Where an answer or a choice leads, and what happened on the way, in order. */
  record Edge(Position to, List<Happened> happened) {}

  final int number;

  /** What was to be called when the operation began, or may be called now. */
  final Menu<?> menu;

  /** The operation that runs; null between two. */
  final @Nullable Operation<?> operation;

  final List<@Nullable Object> held;
  final List<Access> asked;
  final int[] answers;

  /** The next access; null between two operations. */
  final @Nullable Access access;

  /** How many operations there are to choose from; 0 while one runs, or if there is none left. */
  final int choices;

  final Map<Integer, Edge> edges = new HashMap<>();

  Position(
      int number,
      Menu<?> menu,
      @Nullable Operation<?> operation,
      List<@Nullable Object> held,
      List<Access> asked,
      int[] answers,
      @Nullable Access access) {
    this.number = number;
    this.menu = menu;
    this.operation = operation;
    this.held = held;
    this.asked = asked;
    this.answers = answers;
    this.access = access;
    this.choices = operation == null ? menu.choices().size() : 0;
  }

  /** How many steps of the operation have been taken. */
  int steps() {
    return answers.length;
  }

  boolean isDone() {
    return operation == null && choices == 0;
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
