package org.sabring.properties.explore;

import java.util.List;
import java.util.Objects;
import org.sabring.properties.explore.Position.Edge;
import org.sabring.properties.explore.Position.Happened;
import org.sabring.properties.explore.Position.Returned;
import org.sabring.properties.explore.Position.Said;
import org.sabring.properties.explore.State.Chances;
import org.sabring.properties.explore.Waiting.Place;
import org.sabring.properties.explore.memory.Memory;
import org.sabring.properties.explore.memory.Race;

/** The state after a step, while it is being made. What breaks a promise throws. */
final class Draft {

  private final List<Player<?>> players;
  private final Pool pool;
  private final Memory memory;
  private final Position[] at;
  private Waiting waiting;
  private Chances chances;
  private Judge judge;

  Draft(List<Player<?>> players, Pool pool, State from, Memory memory) {
    this.players = players;
    this.pool = pool;
    this.memory = memory;
    at = from.positions();
    waiting = from.waiting();
    chances = from.chances();
    judge = from.judge();
  }

  State state() {
    return new State(pool.same(memory), at, waiting, chances, pool.same(judge));
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
    judge = told(judge, side, edge.happened());
  }

  /** The side chooses what it calls, and comes to its first access. */
  void choose(int side, int choice) {
    Edge edge = players.get(side).chosen(at[side], choice);
    at[side] = edge.to();
    judge = told(judge, side, edge.happened());
  }

  static Judge told(Judge judge, int side, List<Happened> happened) {
    Judge told = judge;
    for (Happened one : happened) {
      if (one instanceof Said said) {
        told = told.said(side, said.what());
      } else if (one instanceof Returned returned) {
        if (returned.silent()) {
          told = told.called(side, returned.operation());
        }
        told = told.returned(side, returned.operation(), returned.answer());
      }
    }
    return told;
  }

  void sleep(int side) {
    int word = Objects.requireNonNull(at[side].access).word();
    waiting = waiting.with(Waiting.sleeper(side, word));
  }

  void wake(int side, Woken how) {
    waiting = waiting.withoutSleeper(side);
    answer(side, how.answer());
  }

  /** A question joins the waiter list. */
  void list(Place question) {
    waiting = waiting.with(question);
  }

  void takeBack(int side, int question) {
    waiting = waiting.without(side, question);
  }

  /** A waiter is notified: a sleeper wakes, a question is answered. */
  void reach(Place place) {
    if (place.sleeps()) {
      wake(place.side(), Woken.OK);
    } else {
      waiting = waiting.tell(place);
    }
  }

  /** A side hears that its question was answered. */
  void hear(Place question) {
    waiting = waiting.heard(question);
  }

  /** A side stops for good; it leaves the waiter lists, as its thread's end would have it. */
  void die(int side) {
    waiting = waiting.withoutSide(side);
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
