package org.sabring.explore.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Menu;
import org.sabring.explore.Operation;
import org.sabring.explore.memory.Values;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.RunRecord;
import org.sabring.explore.runtime.RunRecord.Run;
import org.sabring.explore.runtime.SourceLine;
import org.sabring.explore.search.Position.Call;
import org.sabring.explore.search.Position.Edge;
import org.sabring.explore.search.Position.Happened;
import org.sabring.explore.search.Position.Returned;
import org.sabring.explore.search.Position.Said;

/**
 * An interpreter for the code of one side, without a thread: to go on from a position, the call is
 * run from its start. The accesses made so far get their recorded answers; at the next one the call
 * is stopped. What was once found out is remembered, so that each position is run once however many
 * states share it.
 */
final class Player {

  /** A call that has more steps than this loops without waiting. */
  static final int LONGEST = 500;

  /** The same, with those that no other side can see; each time, all are made again. */
  static final int MOST = 2000;

  /** Between two tasks of a loop: whatever was before, what comes is the same. */
  private record Turned(
      Menu<?> menu, @Nullable Operation<?> operation, @Nullable Access access, List<Object> seen) {}

  private final int side;
  private final Menu<?> menu;
  private final LoadedProgram scene;

  private final Map<Call, Edge> beginnings = new HashMap<>();
  private final Map<Turned, Position> turns = new HashMap<>();
  private final Map<Position, Position> begun = new HashMap<>();
  private int positions;
  private long runs;

  Player(int side, Menu<?> menu, LoadedProgram scene) {
    this.side = side;
    this.menu = menu;
    this.scene = scene;
  }

  /** Before the first call; those without any access return at once. */
  Edge begin(Values locals) {
    return beginning(new Call(menu, null, 0), locals);
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
  Edge answered(Position from, long answer, Values locals) {
    Edge known = from.edges.get(answer);
    if (known == null) {
      List<Access> asked = RunRecord.longer(from.asked, Objects.requireNonNull(from.access));
      known = run(from.call, asked, RunRecord.longer(from.answers, answer), from, locals);
      from.edges.put(answer, known);
    }
    return known;
  }

  /** From a position between two calls, when one of those on the menu is chosen. */
  Edge chosen(Position from, int choice, Values locals) {
    Edge known = from.edges.get((long) choice);
    if (known == null) {
      Operation<?> operation = from.call.menu().choices().get(choice);
      known = beginning(new Call(from.call.menu(), operation, from.call.number()), locals);
      from.edges.put((long) choice, known);
    }
    return known;
  }

  /** Before a call; if nothing is chosen and there is more than one, before the choice. */
  private Edge beginning(Call key, Values locals) {
    Edge known = beginnings.get(key);
    if (known == null) {
      List<? extends Operation<?>> choices = key.menu().choices();
      boolean only = key.operation() == null && choices.size() == 1;
      Call call = only ? new Call(key.menu(), choices.get(0), key.number()) : key;
      known =
          call.operation() == null
              ? Edge.to(position(call, List.of(), new long[0], null, null, null))
              : run(call, List.of(), new long[0], null, locals);
      beginnings.put(key, known);
    }
    return known;
  }

  private Position position(
      Call call,
      List<Access> asked,
      long[] answers,
      @Nullable Position from,
      @Nullable Access access,
      @Nullable SourceLine line) {
    return new Position(positions++, call, asked, answers, from, access, line, steps(from));
  }

  private int steps(@Nullable Position from) {
    if (from == null) {
      return 0;
    }
    return scene.isLocal(Objects.requireNonNull(from.access)) ? from.steps : from.steps + 1;
  }

  private Edge run(
      Call call, List<Access> asked, long[] answers, @Nullable Position from, Values locals) {
    runs++;
    LocalAnswers ahead = new LocalAnswers(scene, locals);
    Run run = scene.run(side, call, asked, answers, ahead);
    Edge first = null;
    Position last = from;
    long[] given = answers;
    for (int i = 0; i < run.foreseen().size(); i++) {
      int made = answers.length + i;
      List<Access> before = run.asked().subList(0, made);
      Position next = position(call, before, given, last, run.asked().get(made), null);
      if (first == null) {
        first = Edge.to(next);
      } else {
        lead(last, run.foreseen().get(i - 1), Edge.to(next));
      }
      last = next;
      given = RunRecord.longer(given, run.foreseen().get(i));
    }
    if (from == null && first != null && run.pending() == null) {
      // it has come to its end, and may be called once more: from the same beginning
      beginnings.putIfAbsent(call, first);
    }
    Edge edge = end(run, call, given, last, ahead);
    if (first == null) {
      return edge;
    }
    lead(last, run.foreseen().get(run.foreseen().size() - 1), edge);
    return first;
  }

  private static void lead(@Nullable Position from, long answer, Edge edge) {
    Objects.requireNonNull(from).edges.put(answer, edge);
  }

  /** Where a run has come to, from the last position before that. */
  private Edge end(
      Run run, Call call, long[] answers, @Nullable Position from, LocalAnswers ahead) {
    List<Happened> happened = new ArrayList<>();
    run.said().forEach(what -> happened.add(new Said(what)));
    if (run.alias() >= 0) {
      Position to = Objects.requireNonNull(from).after(run.alias());
      boolean goesBack = steps(from) > 0 && to.steps == 0;
      return new Edge(goesBack ? begun(to) : to, happened, List.of());
    }
    if (run.pending() != null) {
      Position to = position(call, run.asked(), answers, from, run.pending(), run.line());
      return new Edge(alike(to, run), happened, List.of());
    }
    return returned(run, call, happened, ahead);
  }

  private Edge returned(Run run, Call call, List<Happened> happened, LocalAnswers ahead) {
    Operation<?> operation = Objects.requireNonNull(call.operation());
    Object answer = answer(run);
    boolean again = operation.again().test(answer);
    if (again && run.asked().isEmpty()) {
      throw new IllegalArgumentException(operation.call() + " is repeated without any access");
    }
    if (scene.hasAsked()) {
      throw new IllegalArgumentException(
          operation.call() + " asks to be told, and returns before it is");
    }
    happened.add(new Returned(operation, answer));
    boolean forgets = scene.forgetsGarbage();
    int number = run.escaped() || !forgets ? call.number() + 1 : call.number();
    List<Integer> garbage = forgets ? run.garbage() : List.of();
    Call next =
        again
            ? new Call(call.menu(), operation, number)
            : new Call(after(call.menu(), operation, answer), null, number);
    Edge then = beginning(next, ahead.after(garbage));
    happened.addAll(then.happened());
    return new Edge(then.to(), happened, garbage);
  }

  @SuppressWarnings("unchecked") // it was on that menu
  private static <T> Menu<T> after(Menu<T> menu, Operation<?> operation, Object answer) {
    return menu.after((Operation<T>) operation, answer);
  }

  /** What a run that was not stopped came back with. */
  private static Object answer(Run run) {
    Throwable thrown = run.thrown();
    if (thrown instanceof InterruptedException) {
      return Operation.INTERRUPTED;
    }
    return thrown == null
        ? Objects.requireNonNullElse(run.value(), Operation.DONE)
        : new Operation.Threw(thrown.toString());
  }

  /** A position in which no step has been taken, of a call that has come back to it. */
  private Position begun(Position from) {
    return begun.computeIfAbsent(
        from,
        at ->
            new Position(
                positions++, at.call, at.asked, at.answers, at.before, at.access, at.line, 1));
  }

  /** A position between two tasks of a loop may be one that is known already. */
  private Position alike(Position to, Run run) {
    List<Object> seen = run.fingerprint();
    return seen == null
        ? to
        : turns.computeIfAbsent(
            new Turned(to.call.menu(), to.call.operation(), to.access, seen), key -> to);
  }
}
