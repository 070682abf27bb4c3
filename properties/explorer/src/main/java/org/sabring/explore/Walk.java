package org.sabring.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Schedule.Choice;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.runtime.Execution.Learned;

/**
 * One schedule of a program, step by step. Whoever walks chooses among the steps that are possible;
 * the walk ends when nobody can go on by itself, or a promise is broken.
 */
public final class Walk {

  private final Program program;
  private final Supplier<Moves> fresh;
  private Moves moves;
  private final List<Choice> choices = new ArrayList<>();
  private State state;
  private List<Move> possible = List.of();
  private @Nullable Breach breach;

  /** A walk that has not taken a step. */
  public Walk(Program program, MemoryModel model, Judge judge, Options options) {
    new Learning(program).learn();
    this.program = program;
    this.fresh = () -> new Moves(program, model, judge, options);
    moves = fresh.get();
    state = start();
    look();
  }

  private State start() {
    while (true) {
      try {
        return moves.start();
      } catch (Learned learned) {
        program.scene().forget();
        moves = fresh.get();
      }
    }
  }

  /** The steps that are possible now, in an order that is always the same; none at the end. */
  public List<Step> steps() {
    return possible.stream().map(Move::step).toList();
  }

  /** Takes one of the steps that are possible, by its place among them. */
  public void take(int place) {
    Move move = possible.get(place);
    choices.add(new Choice(program.letter(move.step().side()), move.step().option()));
    State to = move.to();
    if (to == null) {
      breach = move.breach();
      possible = List.of();
    } else {
      state = to;
      look();
    }
  }

  /** The way that was gone, with what is known now. */
  private State again() {
    while (true) {
      program.scene().forget();
      moves = fresh.get();
      try {
        return new Replay(program, moves).follow(schedule()).state();
      } catch (Learned learned) {
        // still more is known
      }
    }
  }

  /** The steps that are possible; when more is known of the program, its way is gone again. */
  private void look() {
    try {
      possible = moves.from(state);
    } catch (Learned learned) {
      state = again();
      look();
      return;
    }
    if (possible.stream().anyMatch(move -> move.step().isOwn())) {
      return;
    }
    possible = List.of();
    try {
      state.judge().rested(new Rest(state, program));
    } catch (Breach broken) {
      breach = broken;
    }
  }

  /** What was broken, by the last step or in the end. */
  public @Nullable Breach breach() {
    return breach;
  }

  /** What the judge tells apart, of a walk that has ended without a breach. */
  String outcome() {
    return state.judge().outcome(new Rest(state, program));
  }

  /** The call that a side is in, or makes next; null when it has made all, or has to choose. */
  public @Nullable Object call(int side) {
    Operation<?> operation = state.at(side).operation;
    return operation == null ? null : operation.call();
  }

  /** Whether a side has taken a step of its call. */
  public boolean isInside(int side) {
    return state.at(side).steps() > 0;
  }

  /** Whether a side sleeps. */
  public boolean isAsleep(int side) {
    return state.isAsleep(side);
  }

  /** How many steps were taken. */
  public int length() {
    return choices.size();
  }

  /** The steps that were taken. */
  public Schedule schedule() {
    return Schedule.of(choices);
  }

  /** What was broken in the end, with the way to it. */
  public Finding finding(Breach broken) {
    return Replay.finding(program, moves, broken, schedule());
  }

  /** The same, told line by line. */
  public Story story(String title) {
    return new Replay(program, moves).follow(schedule()).story(title);
  }
}
