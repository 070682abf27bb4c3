package org.sabring.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Position.Edge;
import org.sabring.explore.Position.Happened;
import org.sabring.explore.Position.Returned;
import org.sabring.explore.Position.Said;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Recorded;
import org.sabring.explore.runtime.Recorded.Run;

/**
 * Runs the code of one side, without a thread: to go on from a position it runs the operation from
 * its start. The accesses made so far get their recorded answers; at the next one the operation is
 * stopped. What was once found out is remembered, so that each position is run once however many
 * states share it.
 */
final class Player {

  /** An operation that has more steps than this loops without waiting. */
  static final int LONGEST = 500;

  /** The same, with those that no other side can see; each time, all are made again. */
  static final int MOST = 2000;

  /** Before an operation begins; none, if the menu is to say which. */
  private record Beginning(Menu<?> menu, @Nullable Operation<?> operation, int call) {}

  /** Between two tasks of a loop: whatever was before, what comes is the same. */
  private record Turned(
      Menu<?> menu, @Nullable Operation<?> operation, @Nullable Access access, List<Object> seen) {}

  private final int side;
  private final Menu<?> menu;
  private final Scene scene;

  private final Map<Beginning, Edge> beginnings = new HashMap<>();
  private final Map<Turned, Position> turns = new HashMap<>();
  private final Map<Position, Position> begun = new HashMap<>();
  private int positions;
  private long runs;

  Player(int side, Menu<?> menu, Scene scene) {
    this.side = side;
    this.menu = menu;
    this.scene = scene;
  }

  /** Before the first operation; those without any access return at once. */
  Edge begin(Locals locals) {
    return beginning(menu, null, 0, List.of(), List.of(), locals);
  }

  /** How often code has been run. */
  long runs() {
    return runs;
  }

  /**
   * From a position, when the access it stands before is answered.
   *
   * @param locals what the side holds then
   */
  Edge answered(Position from, long answer, Locals locals) {
    Edge known = from.edges.get(answer);
    if (known == null) {
      Access access = Objects.requireNonNull(from.access);
      known =
          run(
              from.menu,
              Objects.requireNonNull(from.operation),
              from.call,
              Recorded.longer(from.asked, access),
              Recorded.longer(from.answers, answer),
              from,
              locals);
      from.edges.put(answer, known);
    }
    return known;
  }

  /** From a position between two operations, when one of those on the menu is chosen. */
  Edge chosen(Position from, int choice, Locals locals) {
    Edge known = from.edges.get((long) choice);
    if (known == null) {
      Operation<?> operation = from.menu.choices().get(choice);
      known = beginning(from.menu, operation, from.call, List.of(), List.of(), locals);
      from.edges.put((long) choice, known);
    }
    return known;
  }

  private Edge beginning(
      Menu<?> now,
      @Nullable Operation<?> chosen,
      int call,
      List<Happened> before,
      List<Integer> garbage,
      Locals locals) {
    Beginning key = new Beginning(now, chosen, call);
    Edge known = beginnings.get(key);
    if (known == null) {
      List<? extends Operation<?>> choices = now.choices();
      Operation<?> only = choices.size() == 1 ? choices.get(0) : null;
      Operation<?> operation = chosen == null ? only : chosen;
      known =
          operation == null
              ? new Edge(between(now, call), List.of(), List.of())
              : run(now, operation, call, List.of(), new long[0], null, locals);
      beginnings.put(key, known);
    }
    if (before.isEmpty() && garbage.isEmpty()) {
      return known;
    }
    List<Happened> all = new ArrayList<>(before);
    all.addAll(known.happened());
    return new Edge(known.to(), all, garbage);
  }

  private Position between(Menu<?> now, int call) {
    return new Position(positions++, now, null, call, List.of(), new long[0], null, null, null, 0);
  }

  private Edge run(
      Menu<?> now,
      Operation<?> operation,
      int call,
      List<Access> asked,
      long[] answers,
      @Nullable Position from,
      Locals locals) {
    runs++;
    LocalAnswers ahead = new LocalAnswers(scene, locals);
    Run run = scene.run(side, call, asked, answers, ahead, operation);
    Position first = null;
    Position last = from;
    long[] given = answers;
    for (int i = 0; i < run.foreseen().size(); i++) {
      int made = answers.length + i;
      List<Access> before = run.asked().subList(0, made);
      Access access = run.asked().get(made);
      int steps = steps(last);
      Position next =
          new Position(positions++, now, operation, call, before, given, last, access, null, steps);
      if (first == null) {
        first = next;
      } else {
        Objects.requireNonNull(last)
            .edges
            .put(run.foreseen().get(i - 1), new Edge(next, List.of(), List.of()));
      }
      last = next;
      given = Recorded.longer(given, run.foreseen().get(i));
    }
    if (from == null && first != null && run.pending() == null) {
      // it has come to its end, and may be called once more: from the same beginning
      beginnings.putIfAbsent(
          new Beginning(now, operation, call), new Edge(first, List.of(), List.of()));
    }
    Edge edge = end(run, now, operation, call, given, last, ahead);
    if (first == null) {
      return edge;
    }
    int end = run.foreseen().size() - 1;
    Objects.requireNonNull(last).edges.put(run.foreseen().get(end), edge);
    return new Edge(first, List.of(), List.of());
  }

  /** Where a run has come to, from the last position before that. */
  private Edge end(
      Run run,
      Menu<?> now,
      Operation<?> operation,
      int call,
      long[] answers,
      @Nullable Position from,
      LocalAnswers ahead) {
    List<Happened> happened = new ArrayList<>();
    run.said().forEach(what -> happened.add(new Said(what)));
    int steps = steps(from);
    if (run.alias() >= 0) {
      Position to = Objects.requireNonNull(from).after(run.alias());
      return new Edge(steps > 0 && to.steps() == 0 ? begun(to) : to, happened, List.of());
    }
    if (run.pending() != null) {
      Position to =
          new Position(
              positions++,
              now,
              operation,
              call,
              run.asked(),
              answers,
              from,
              run.pending(),
              run.line(),
              steps);
      return new Edge(alike(to, run), happened, List.of());
    }
    Object answer = Operation.answer(run);
    boolean again = operation.again().test(answer);
    if (again && run.asked().isEmpty()) {
      throw new IllegalArgumentException(operation.call() + " is repeated without any access");
    }
    if (scene.hasAsked()) {
      throw new IllegalArgumentException(
          operation.call() + " asks to be told, and returns before it is");
    }
    happened.add(new Returned(operation, answer));
    Menu<?> then = again ? now : after(now, operation, answer);
    boolean forgets = scene.forgetsGarbage();
    int next = run.escaped() || !forgets ? call + 1 : call;
    List<Integer> garbage = forgets ? run.garbage() : List.of();
    return beginning(then, again ? operation : null, next, happened, garbage, ahead.after(garbage));
  }

  @SuppressWarnings("unchecked") // it was on that menu
  private static <T> Menu<T> after(Menu<T> menu, Operation<?> operation, Object answer) {
    return menu.after((Operation<T>) operation, answer);
  }

  private int steps(@Nullable Position from) {
    if (from == null) {
      return 0;
    }
    boolean seen = scene.isSeen(Objects.requireNonNull(from.access));
    return seen ? from.steps() + 1 : from.steps();
  }

  /** A position in which no step has been taken, of an operation that has come back to it. */
  private Position begun(Position from) {
    return begun.computeIfAbsent(
        from,
        first ->
            new Position(
                positions++,
                first.menu,
                first.operation,
                first.call,
                first.asked,
                first.answers,
                first.before,
                first.access,
                first.line,
                1));
  }

  /** A position between two tasks of a loop may be one that is known already. */
  private Position alike(Position to, Run run) {
    List<Object> seen = run.fingerprint();
    return seen == null
        ? to
        : turns.computeIfAbsent(new Turned(to.menu, to.operation, to.access, seen), key -> to);
  }
}
