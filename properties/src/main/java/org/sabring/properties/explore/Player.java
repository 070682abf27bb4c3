package org.sabring.properties.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.explore.Position.Edge;
import org.sabring.properties.explore.Position.Returned;

/**
 * Runs the code of one side, without a thread: to go on from a position it puts back what the
 * object held when the operation began, and runs the operation from its start. The accesses made so
 * far get their recorded answers; at the next one the operation is stopped. What was once found out
 * is remembered, so that each position is run once however many states share it.
 */
final class Player<T> {

  /** An operation that has more steps than this loops without waiting. */
  static final int LONGEST = 500;

  private record Beginning(int operation, List<@Nullable Object> held) {}

  private final List<Operation<T>> operations;
  private final ReplayedInts memory;
  private final T self;
  private final Holdings holdings;
  private final Map<Beginning, Edge> beginnings = new HashMap<>();
  private int positions;
  private long runs;

  Player(Program.Side<T> side, int[] initial) {
    operations = side.operations();
    memory = new ReplayedInts(initial);
    self = side.maker().apply(memory);
    holdings = new Holdings(self);
  }

  /** Before the first operation; those without any access return at once. */
  Edge begin() {
    return beginning(0, holdings.snapshot(), List.of());
  }

  /** How often code has been run. */
  long runs() {
    return runs;
  }

  /** From a position, when the access it stands before is answered. */
  Edge answered(Position from, int answer) {
    Edge known = from.edges.get(answer);
    if (known == null) {
      Access access = Objects.requireNonNull(from.access);
      known =
          run(
              from.operation,
              from.held,
              ReplayedInts.longer(from.asked, access),
              ReplayedInts.longer(from.answers, answer));
      from.edges.put(answer, known);
    }
    return known;
  }

  private Edge beginning(int operation, List<@Nullable Object> held, List<Returned> before) {
    Beginning key = new Beginning(operation, held);
    Edge known = beginnings.get(key);
    if (known == null) {
      known =
          operation == operations.size()
              ? new Edge(position(operation, held, List.of(), new int[0], null), List.of())
              : run(operation, held, List.of(), new int[0]);
      beginnings.put(key, known);
    }
    List<Returned> all = new ArrayList<>(before);
    all.addAll(known.returned());
    return new Edge(known.to(), all);
  }

  private Position position(
      int operation,
      List<@Nullable Object> held,
      List<Access> asked,
      int[] answers,
      @Nullable Access access) {
    return new Position(positions++, operation, held, asked, answers, access);
  }

  private Edge run(int number, List<@Nullable Object> held, List<Access> asked, int[] answers) {
    Operation<T> operation = operations.get(number);
    holdings.restore(held);
    memory.play(asked, answers);
    runs++;
    Object answer = answer(operation);
    if (answer == null) {
      return new Edge(position(number, held, asked, answers, memory.pending()), List.of());
    }
    if (memory.pending() != null || memory.answered() < answers.length) {
      throw new AssertionError(
          operation.call() + " caught the explorer's error, or is not deterministic");
    }
    boolean again = operation.again().test(answer);
    if (again && answers.length == 0) {
      throw new IllegalArgumentException(operation.call() + " is repeated without any step");
    }
    Returned returned = new Returned(operation, answer, answers.length == 0);
    return beginning(again ? number : number + 1, holdings.snapshot(), List.of(returned));
  }

  /** Runs an operation; null if it was stopped. */
  private @Nullable Object answer(Operation<T> operation) {
    try {
      Object answer = operation.code().run(self);
      return Objects.requireNonNullElse(answer, Operation.DONE);
    } catch (Stopped stopped) {
      return null;
    } catch (InterruptedException e) {
      return Operation.INTERRUPTED;
    } catch (UnsupportedOperationException e) {
      throw e;
    } catch (RuntimeException e) {
      return new Operation.Threw(e.toString());
    }
  }
}
