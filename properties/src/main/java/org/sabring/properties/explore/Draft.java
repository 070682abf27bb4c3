package org.sabring.properties.explore;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.sabring.properties.explore.Position.Edge;
import org.sabring.properties.explore.Position.Returned;
import org.sabring.properties.explore.State.Chances;
import org.sabring.properties.explore.memory.Memory;
import org.sabring.properties.explore.memory.Race;

/** The state after a step, while it is being made. What breaks a promise throws. */
final class Draft {

  private final List<Player<?>> players;
  private final Pool pool;
  private final Memory memory;
  private final Position[] at;
  private int[] sleepers;
  private Chances chances;
  private Judge judge;

  Draft(List<Player<?>> players, Pool pool, State from, Memory memory) {
    this.players = players;
    this.pool = pool;
    this.memory = memory;
    at = from.positions();
    sleepers = from.sleepers();
    chances = from.chances();
    judge = from.judge();
  }

  State state() {
    return new State(pool.same(memory), at, sleepers, chances, pool.same(judge));
  }

  /** The judge hears of the step, and of the operation if it is the first of it. */
  void tell(Step step) {
    if (step.isAccess()) {
      Operation<?> operation = Objects.requireNonNull(at[step.side()].operation);
      int steps = at[step.side()].steps();
      if (steps == 0) {
        judge = judge.called(step.side(), operation);
      }
      if (operation.bound() > 0 && steps >= operation.bound()) {
        throw new Breach(operation.call() + " takes more than " + steps + " steps of its own");
      }
    }
    judge = judge.stepped(step, memory);
    Race race = memory.race();
    if (race != null) {
      judge.raced(race);
    }
  }

  /** The side gets an answer, and comes to its next access. */
  void answer(int side, int answer) {
    Edge edge = players.get(side).answered(at[side], answer);
    at[side] = edge.to();
    judge = told(judge, side, edge.returned());
  }

  /** The side chooses what it calls, and comes to its first access. */
  void choose(int side, int choice) {
    Edge edge = players.get(side).chosen(at[side], choice);
    at[side] = edge.to();
    judge = told(judge, side, edge.returned());
  }

  static Judge told(Judge judge, int side, List<Returned> returned) {
    Judge told = judge;
    for (Returned one : returned) {
      if (one.silent()) {
        told = told.called(side, one.operation());
      }
      told = told.returned(side, one.operation(), one.answer());
    }
    return told;
  }

  void sleep(int side) {
    sleepers = Arrays.copyOf(sleepers, sleepers.length + 1);
    sleepers[sleepers.length - 1] = side;
  }

  void wake(int side, Woken how) {
    sleepers = Arrays.stream(sleepers).filter(sleeper -> sleeper != side).toArray();
    answer(side, how.answer());
  }

  /** Wakes those that have waited longest on a word. */
  void notified(int word, int most) {
    int woken = 0;
    for (int sleeper : sleepers) {
      if (woken < most && Objects.requireNonNull(at[sleeper].access).word() == word) {
        wake(sleeper, Woken.OK);
        woken++;
      }
    }
  }

  /** A side stops for good; a sleeper leaves the queue, as its thread's end would have it. */
  void die(int side) {
    sleepers = Arrays.stream(sleepers).filter(sleeper -> sleeper != side).toArray();
    chances =
        new Chances(
            chances.spurious(),
            chances.interrupts(),
            chances.crashes() - 1,
            chances.dead() | 1 << side);
  }

  void spendSpurious() {
    chances = chances.less(Step.SPURIOUS);
  }

  void spendInterrupt() {
    chances = chances.less(Step.INTERRUPTED);
  }
}
