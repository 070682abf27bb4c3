package org.sabring.explore.search;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Woken;

/** The enabled steps of one side in one state, as they are found. */
final class EnabledSteps {

  final Ground ground;
  final State state;
  final int side;

  /** As whom the memory knows the side. */
  final int known;

  /** The memory before the step, with what the side knows. */
  final Memory memory;

  private final List<Transition> moves;
  private int options;

  EnabledSteps(Ground ground, State state, int side, Memory memory, List<Transition> moves) {
    this.ground = ground;
    this.state = state;
    this.side = side;
    this.known = ground.known(side);
    this.memory = memory;
    this.moves = moves;
  }

  /** The access that the side stands before. */
  Access access() {
    return Objects.requireNonNull(state.at(side).access);
  }

  /** An ordinary step, after those that were found before. */
  void take(long answer, int age, Memory after, Consumer<NextState> change) {
    take(options++, answer, age, after, change);
  }

  void take(int option, long answer, int age, Memory after, Consumer<NextState> change) {
    Access access = state.at(side).access;
    add(Step.ordinary(side, option, access, answer, age), after, change);
  }

  /** A step that gives the access its answer. */
  void answer(long answer, Memory after) {
    answer(answer, after, next -> {});
  }

  /** A step that changes something, and gives the access its answer. */
  void answer(long answer, Memory after, Consumer<NextState> change) {
    take(
        answer,
        0,
        after,
        next -> {
          change.accept(next);
          next.answer(side, answer);
        });
  }

  void answer(Woken how, Memory after) {
    answer(how.answer(), after);
  }

  /** A step after which the side sleeps, on a word or elsewhere; it gives back a monitor. */
  void sleep(int place, int depth, Memory after, Consumer<NextState> change) {
    take(
        Step.ASLEEP,
        0,
        after,
        next -> {
          change.accept(next);
          next.waits(waiting -> waiting.with(Waiting.sleeper(side, place, depth)));
        });
  }

  /** Something that happens to the side. */
  void outside(char option, Consumer<NextState> change) {
    outside(option, state.memory(), change);
  }

  void outside(char option, Memory after, Consumer<NextState> change) {
    special(option, null, 0, after, change);
  }

  /** A step with an option of its own. */
  void special(
      char option, @Nullable Access access, long answer, Memory after, Consumer<NextState> change) {
    add(new Step(side, option, access, answer, 0), after, change);
  }

  private void add(Step step, Memory after, Consumer<NextState> change) {
    moves.add(NextState.step(ground, state, step, after, change));
  }
}
