package org.sabring.explore.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Finding;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Rest;
import org.sabring.explore.Schedule;
import org.sabring.explore.Schedule.Choice;
import org.sabring.explore.Step;
import org.sabring.explore.Story;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Values;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Limit;
import org.sabring.explore.search.Position.Edge;
import org.sabring.explore.search.State.Chances;

/** The transition relation of a program. */
public final class Transitions {

  private final Search search;
  private final Program program;
  private final LoadedProgram scene;
  private final List<Player> players;
  private final int learned;
  private final Ground ground;

  /**
   * Of a program, as far as it is known now.
   *
   * @param tracing whether moves have something to tell
   */
  Transitions(Search search, boolean tracing) {
    this.search = search;
    program = search.program;
    scene = program.scene();
    players = scene.players();
    learned = scene.learned();
    ground = Ground.of(program, search.findsRaces, tracing);
  }

  /** Whether more has been learned of the program since. */
  boolean areVoid() {
    return learned != scene.learned();
  }

  Program program() {
    return program;
  }

  /** How often code of a side has been run. */
  public long runs() {
    return scene.runs();
  }

  /** The same, with something to tell. */
  Transitions traced() {
    return new Transitions(search, true);
  }

  /**
   * Before anybody has taken a step that others could see.
   *
   * @throws Breach when that breaks a promise already
   */
  public State start() {
    Transition start = begin();
    if (start.breach() != null) {
      throw start.breach();
    }
    return Objects.requireNonNull(start.to());
  }

  /** The same, with what the sides have done up to there. */
  Transition begin() {
    Values locals = new Values(scene.locations());
    List<Edge> edges = players.stream().map(one -> one.begin(locals)).toList();
    Options options = search.options;
    Memory memory = search.fresh.apply(scene.locations(), Math.max(1, program.countOfOthers()));
    State state =
        new State(
            memory,
            locals,
            edges.stream().map(Edge::to).toList(),
            Waiting.NOBODY,
            new Chances(options.spurious(), options.interrupts(), options.crashes(), 0),
            0,
            search.monitor);
    Step nothing = new Step(0, Step.FIRST, null, 0, 0);
    return NextState.begin(ground, state, nothing, edges);
  }

  /** All steps, in an order that is always the same. */
  public List<Transition> from(State state) {
    List<Transition> moves = new ArrayList<>();
    for (int side = 0; side < program.count(); side++) {
      add(moves, state, side);
    }
    if (search.options.patient() && moves.stream().anyMatch(move -> isEarly(state, move))) {
      moves.removeIf(move -> isLate(state, move));
    }
    return moves;
  }

  /** A long time that is up. */
  private static boolean isLate(State state, Transition move) {
    Access access = state.at(move.step().side()).access;
    return move.step().option() == Step.TIMES_OUT
        && access != null
        && access.limit() == Limit.LONG_TIME;
  }

  /** What happens by itself before a long time is up. */
  private static boolean isEarly(State state, Transition move) {
    return move.step().isOwn() && !isLate(state, move);
  }

  /** The steps of one side. */
  public List<Transition> from(State state, int side) {
    List<Transition> moves = from(state);
    moves.removeIf(move -> move.step().side() != side);
    return moves;
  }

  /** The state that a schedule leads to. */
  public State after(Schedule schedule) {
    return new Replay(this).follow(schedule).state();
  }

  /** What is broken at the end of a schedule, and how it comes about. */
  public Finding finding(PropertyViolation breach, Schedule schedule) {
    String title = breach.found() + " [" + schedule + "]";
    Story story = new Replay(this).follow(schedule).story(title);
    return new Finding(breach.found(), breach.rules(), schedule, story);
  }

  /** What a schedule says of a step. */
  public Choice choice(Transition move) {
    return new Choice(program.letter(move.step().side()), move.step().option());
  }

  /** Whether of all that is possible nothing happens by itself. */
  public static boolean isRest(List<Transition> possible) {
    return possible.stream().noneMatch(move -> move.step().isOwn());
  }

  /** A state as the end of the program. */
  public Rest rest(State state) {
    return new Rest(state, program);
  }

  /** What a state breaks if it is the end of the program. */
  public @Nullable PropertyViolation broken(State state) {
    try {
      state.monitor().rested(rest(state));
      return null;
    } catch (PropertyViolation breach) {
      return breach;
    }
  }

  private void add(List<Transition> moves, State state, int side) {
    boolean isLast = program.isLast(side);
    EnabledSteps choices = new EnabledSteps(ground, state, side, memory(state, side), moves);
    Memory drained = isLast ? null : state.memory().drained(side);
    if (drained != null) {
      choices.outside(Step.DRAINS, drained, next -> {});
    }
    if (state.hasEnded(side) || (isLast && !othersHaveEnded(state))) {
      return;
    }
    if (state.isAsleep(side)) {
      WaitingTransitions.addWaking(choices);
    } else if (state.at(side).choices > 0) {
      IntStream.range(0, state.at(side).choices)
          .forEach(choice -> choices.take(choice, 0, state.memory(), d -> d.choose(side, choice)));
    } else if (!AccessTransitions.add(choices)
        && !WaitingTransitions.add(choices)
        && !ThreadTransitions.add(choices)) {
      LockTransitions.add(choices);
    }
    WaitingTransitions.addTelling(choices);
    if (state.chances().crashes() > 0) {
      choices.outside(Step.DIES, next -> next.die(side));
    }
  }

  private boolean othersHaveEnded(State state) {
    for (int side = 0; side < program.countOfOthers(); side++) {
      if (!state.hasEnded(side) || state.memory().drained(side) != null) {
        return false;
      }
    }
    return true;
  }

  /** Who begins when others have ended knows all that they knew. */
  private Memory memory(State state, int side) {
    Memory memory = state.memory();
    for (int other = 0; program.isLast(side) && other < program.countOfOthers(); other++) {
      memory = memory.joined(ground.known(side), other);
    }
    return memory;
  }
}
