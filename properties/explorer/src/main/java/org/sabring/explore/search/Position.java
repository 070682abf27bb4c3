package org.sabring.explore.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Menu;
import org.sabring.explore.Operation;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.SourceLine;

/**
 * A program counter of a side: in which call it is, what was answered since it began, and what may
 * be called afterwards. With what the memory holds that decides all that the side will do, because
 * its code is deterministic. Between two calls it may stand before a choice instead. Each player
 * makes one position of equal parts, so that they are compared by identity.
 */
final class Position {

  /**
   * A call.
   *
   * @param menu what was to be called when it began, or may be called now
   * @param operation what is called; null between two calls
   * @param number tells the objects that it makes from those of other calls
   */
  record Call(Menu<?> menu, @Nullable Operation<?> operation, int number) {}

  /** What happened on the way from one access to the next. */
  sealed interface Happened {}

  /** An operation has told the monitor something. */
  record Said(Object what) implements Happened {}

  /** An operation has returned. */
  record Returned(Operation<?> operation, Object answer) implements Happened {}

  /**
   * Where an answer or a choice leads.
   *
   * @param happened on the way, in order
   * @param garbage locations that nobody can reach any more
   */
  record Edge(Position to, List<Happened> happened, List<Integer> garbage) {

    /** An edge on which nothing happens. */
    static Edge to(Position to) {
      return new Edge(to, List.of(), List.of());
    }
  }

  private final int number;
  final Call call;
  final List<Access> asked;
  final long[] answers;

  /** The one an answer earlier; null at the start of a call, and between two. */
  final @Nullable Position before;

  /** The next access; null between two calls. */
  final @Nullable Access access;

  /** Where in the source that is. */
  final @Nullable SourceLine line;

  /** How many steps of the call have been taken, not counting what no other side can see. */
  final int steps;

  /** How many operations there are to choose from; 0 in a call, or if there is none left. */
  final int choices;

  final Map<Long, Edge> edges = new HashMap<>();

  Position(
      int number,
      Call call,
      List<Access> asked,
      long[] answers,
      @Nullable Position before,
      @Nullable Access access,
      @Nullable SourceLine line,
      int steps) {
    this.number = number;
    this.call = call;
    this.asked = asked;
    this.answers = answers;
    this.before = before;
    this.access = access;
    this.line = line;
    this.steps = steps;
    this.choices = call.operation() == null ? call.menu().choices().size() : 0;
  }

  /** The operation that is called there. */
  Operation<?> operation() {
    return Objects.requireNonNull(call.operation());
  }

  /** Whether the call has become too long to go on: what it does then is not known. */
  boolean isTooLong() {
    return steps > Player.LONGEST || answers.length > Player.MOST;
  }

  boolean isDone() {
    return call.operation() == null && choices == 0;
  }

  /** The position after so many answers, on the way to this one. */
  Position after(int some) {
    Position at = this;
    while (at.answers.length > some) {
      at = Objects.requireNonNull(at.before);
    }
    return at;
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
