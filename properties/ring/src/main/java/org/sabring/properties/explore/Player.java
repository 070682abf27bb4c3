package org.sabring.properties.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.explore.Position.Edge;
import org.sabring.properties.explore.Position.Happened;
import org.sabring.properties.explore.Position.Returned;
import org.sabring.properties.explore.Position.Said;

/**
 * Runs the code of one side, without a thread: to go on from a position it puts back what the
 * object held when the operation began, and runs the operation from its start. The accesses made so
 * far get their recorded answers; at the next one the operation is stopped. What was once found out
 * is remembered, so that each position is run once however many states share it.
 */
final class Player<T> {

  /** An operation that has more steps than this loops without waiting. */
  static final int LONGEST = 500;

  /** Before an operation begins; none, if the menu is to say which. */
  private record Beginning(
      Menu<?> menu, @Nullable Operation<?> operation, List<@Nullable Object> held) {}

  /** Between two tasks of a loop: whatever was before, what comes is the same. */
  private record Turned(
      Menu<?> menu,
      @Nullable Operation<?> operation,
      @Nullable Access access,
      List<@Nullable Object> held,
      List<Object> likeness) {}

  private final Menu<T> menu;
  private final ReplayedInts memory;
  private final T self;
  private final Holdings holdings;

  /** What the object held when it was made: every exploration and every replay begins with it. */
  private final List<@Nullable Object> made;

  private final Map<Beginning, Edge> beginnings = new HashMap<>();
  private final Map<Turned, Position> turns = new HashMap<>();
  private int positions;
  private long runs;

  Player(Program.Side<T> side, int[] initial) {
    menu = side.menu();
    memory = new ReplayedInts(initial);
    self = side.maker().apply(memory);
    holdings = new Holdings(self);
    made = holdings.snapshot();
  }

  /** Before the first operation; those without any access return at once. */
  Edge begin() {
    return beginning(menu, null, made, List.of());
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
              menu(from),
              operation(from),
              from.held,
              Playback.longer(from.asked, access),
              Playback.longer(from.answers, answer));
      from.edges.put(answer, known);
    }
    return known;
  }

  /** From a position between two operations, when one of those on the menu is chosen. */
  Edge chosen(Position from, int choice) {
    Edge known = from.edges.get(choice);
    if (known == null) {
      Menu<T> now = menu(from);
      known = beginning(now, now.choices().get(choice), from.held, List.of());
      from.edges.put(choice, known);
    }
    return known;
  }

  @SuppressWarnings("unchecked") // it is a position of this player
  private Menu<T> menu(Position from) {
    return (Menu<T>) from.menu;
  }

  @SuppressWarnings("unchecked") // it is a position of this player
  private Operation<T> operation(Position from) {
    return (Operation<T>) Objects.requireNonNull(from.operation);
  }

  private Edge beginning(
      Menu<T> now,
      @Nullable Operation<T> chosen,
      List<@Nullable Object> held,
      List<Happened> before) {
    Beginning key = new Beginning(now, chosen, held);
    Edge known = beginnings.get(key);
    if (known == null) {
      List<Operation<T>> choices = now.choices();
      Operation<T> only = choices.size() == 1 ? choices.get(0) : null;
      Operation<T> operation = chosen == null ? only : chosen;
      known =
          operation == null
              ? new Edge(position(now, null, held, List.of(), new int[0], null), List.of())
              : run(now, operation, held, List.of(), new int[0]);
      beginnings.put(key, known);
    }
    List<Happened> all = new ArrayList<>(before);
    all.addAll(known.happened());
    return new Edge(known.to(), all);
  }

  private Position position(
      Menu<T> now,
      @Nullable Operation<T> operation,
      List<@Nullable Object> held,
      List<Access> asked,
      int[] answers,
      @Nullable Access access) {
    return new Position(positions++, now, operation, held, asked, answers, access);
  }

  private Edge run(
      Menu<T> now,
      Operation<T> operation,
      List<@Nullable Object> held,
      List<Access> asked,
      int[] answers) {
    holdings.restore(held);
    memory.play(asked, answers);
    runs++;
    Object answer = answer(operation);
    Playback played = memory.playback();
    List<Happened> happened = new ArrayList<>();
    played.said().forEach(what -> happened.add(new Said(what)));
    if (answer == null) {
      Position to = position(now, operation, held, asked, answers, played.pending());
      return new Edge(alike(to), happened);
    }
    if (played.pending() != null || played.answered() < answers.length) {
      throw new AssertionError(
          operation.call() + " caught the explorer's error, or is not deterministic");
    }
    boolean again = operation.again().test(answer);
    if (again && answers.length == 0) {
      throw new IllegalArgumentException(operation.call() + " is repeated without any step");
    }
    if (memory.stage().hasAsked()) {
      throw new IllegalArgumentException(
          operation.call() + " asks to be told, and returns before it is");
    }
    happened.add(new Returned(operation, answer, answers.length == 0));
    Menu<T> then = again ? now : now.after(operation, answer);
    return beginning(then, again ? operation : null, holdings.snapshot(), happened);
  }

  /** A position between two tasks of a loop may be one that is known already. */
  private Position alike(Position to) {
    List<Object> likeness = memory.stage().likeness();
    if (likeness == null) {
      return to;
    }
    Turned turned =
        new Turned(to.menu, to.operation, to.access, holdings.snapshot(), List.copyOf(likeness));
    return turns.computeIfAbsent(turned, key -> to);
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
