package org.sabring.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Schedule.Choice;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.runtime.Execution.Learned;

/**
 * Runs a program under every schedule and every read that a memory model permits.
 *
 * <p>Breadth first: states are explored in the order of their distance from the beginning, and a
 * state that equals one explored before is not explored again ({@link State} says why nothing is
 * lost). So the first schedule to a violation is one with the fewest steps. A state that breaks a
 * promise is not explored further.
 */
public final class Explorer {

  /** How a state was reached for the first time. */
  private record Reached(State state, int from, @Nullable Choice choice) {}

  private final Program program;
  private final MemoryModel model;
  private final Options options;
  private Predicate<List<Finding>> enough = findings -> !findings.isEmpty();
  private LongConsumer progress = states -> {};

  private final Judge judge;

  private Moves moves;
  private final List<Reached> reached = new ArrayList<>();
  private final Map<State, Integer> known = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final TreeSet<String> outcomes = new TreeSet<>();
  private Graph graph = new Graph();
  private boolean complete = true;

  /** An explorer of one program; it explores once. */
  public Explorer(Program program, MemoryModel model, Judge judge, Options options) {
    this.program = program;
    this.model = model;
    this.judge = judge;
    this.options = options;
    this.moves = new Moves(program, model, judge, options);
  }

  /** Goes on until there are such findings; else until the first. */
  public Explorer until(Predicate<List<Finding>> findingsAreEnough) {
    enough = findingsAreEnough;
    return this;
  }

  /** Tells now and then how many states there are. */
  public Explorer telling(LongConsumer howMany) {
    progress = howMany;
    return this;
  }

  /**
   * Explores.
   *
   * @throws InterruptedException when interrupted
   */
  public Exploration explore() throws InterruptedException {
    long begun = System.nanoTime();
    new Learning(program).learn();
    while (true) {
      try {
        go();
        return result((System.nanoTime() - begun) / 1e9);
      } catch (Learned learned) {
        program.scene().forget();
        moves = new Moves(program, model, judge, options);
        reached.clear();
        known.clear();
        findings.clear();
        outcomes.clear();
        graph = new Graph();
        complete = true;
      }
    }
  }

  private void go() throws InterruptedException {
    try {
      reach(moves.start(), -1, null);
    } catch (Breach breach) {
      findings.add(Replay.finding(program, moves, breach, new Schedule("")));
    }
    for (int i = 0; i < reached.size() && !enough.test(findings); i++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (i % 4096 == 4095) {
        progress.accept(i);
      }
      expand(i);
    }
  }

  private Exploration result(double seconds) {
    boolean covered = complete && !enough.test(findings);
    int stuck = covered && findings.isEmpty() ? graph.stuck() : -1;
    if (stuck >= 0) {
      add(new Breach("no schedule leads from here to an end"), stuck, null);
    }
    return new Exploration(
        complete,
        findings,
        Collections.unmodifiableSortedSet(new TreeSet<>(outcomes)),
        reached.size(),
        graph.edges(),
        covered ? graph.paths() : 0,
        moves.runs(),
        seconds);
  }

  private void expand(int number) {
    State state = reached.get(number).state();
    boolean rests = true;
    for (Move move : moves.from(state)) {
      Step step = move.step();
      rests &= !step.isOwn();
      Choice choice = new Choice(program.letter(step.side()), step.option());
      State to = move.to();
      if (to == null) {
        Breach breach = move.breach();
        add(breach == null ? new Breach("") : breach, number, choice);
      } else if (to.at(step.side()).isTooLong()) {
        complete = false;
      } else {
        graph.edge(number, reach(to, number, choice));
      }
    }
    if (rests) {
      rest(state, number);
    }
  }

  private void rest(State state, int number) {
    Rest rest = new Rest(state, program);
    graph.end(number);
    outcomes.add(state.judge().outcome(rest));
    try {
      state.judge().rested(rest);
    } catch (Breach breach) {
      add(breach, number, null);
    }
  }

  private int reach(State state, int from, @Nullable Choice choice) {
    Integer old = options.merging() ? known.get(state) : null;
    if (old != null) {
      return old;
    }
    if (reached.size() >= options.states()) {
      complete = false;
      return -1;
    }
    reached.add(new Reached(state, from, choice));
    if (options.merging()) {
      known.put(state, reached.size() - 1);
    }
    return reached.size() - 1;
  }

  /** Of findings of the same kind the first is kept. */
  private void add(Breach breach, int number, @Nullable Choice last) {
    if (findings.stream().anyMatch(f -> isSame(f, breach))) {
      return;
    }
    List<Choice> choices = new ArrayList<>();
    if (last != null) {
      choices.add(last);
    }
    int at = number;
    for (Choice c = reached.get(at).choice(); c != null; c = reached.get(at).choice()) {
      choices.add(c);
      at = reached.get(at).from();
    }
    Collections.reverse(choices);
    findings.add(Replay.finding(program, moves, breach, Schedule.of(choices)));
  }

  private static boolean isSame(Finding finding, Breach breach) {
    return breach.rules().isEmpty()
        ? finding.found().equals(breach.found())
        : finding.rules().equals(breach.rules());
  }

  /**
   * Runs one schedule, and tells it: one column a side, one line a step.
   *
   * @throws IllegalArgumentException naming the first choice that is not possible
   */
  public Story replay(Schedule schedule) {
    new Learning(program).learn();
    String title = model.words() + ", schedule " + schedule;
    while (true) {
      try {
        return new Replay(program, moves).follow(schedule).story(title);
      } catch (Learned learned) {
        program.scene().forget();
        moves = new Moves(program, model, judge, options);
      }
    }
  }
}
