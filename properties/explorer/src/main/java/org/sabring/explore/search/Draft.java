package org.sabring.explore.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Breach;
import org.sabring.explore.Judge;
import org.sabring.explore.Operation;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Race;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.runtime.Woken;
import org.sabring.explore.search.Move.Trace;
import org.sabring.explore.search.Move.Unseen;
import org.sabring.explore.search.Position.Edge;
import org.sabring.explore.search.Position.Happened;
import org.sabring.explore.search.Position.Returned;
import org.sabring.explore.search.Position.Said;
import org.sabring.explore.search.State.Chances;
import org.sabring.explore.search.Waiting.Place;

/** The state after a step, while it is being made. What breaks a promise throws. */
final class Draft {

  /** A side that takes more accesses than this which nobody else can see may go round. */
  private static final int MANY = 1000;

  private static final int MOST = 100 * MANY;

  private final Ground ground;
  private final Scene scene;
  private final Step step;
  private Memory memory;
  private Locals locals;
  private final Position[] at;
  private Waiting waiting;
  private Chances chances;

  /** The sides whose judge has heard of their operation, as bits. */
  private int begun;

  private Judge judge;
  private final List<Happened> happened = new ArrayList<>();
  private final List<Unseen> unseen = new ArrayList<>();

  private Draft(Ground ground, State from, Step step, Memory memory) {
    this.ground = ground;
    this.scene = ground.scene();
    this.step = step;
    this.memory = memory;
    locals = from.locals();
    at = from.positions();
    waiting = from.waiting();
    chances = from.chances();
    begun = from.begun();
    judge = from.judge();
  }

  /** A step from a state: the memory after it, and what else it changes. */
  static Move step(Ground ground, State from, Step step, Memory memory, Consumer<Draft> change) {
    return new Draft(ground, from, step, memory)
        .move(
            draft -> {
              draft.tell();
              change.accept(draft);
            });
  }

  /** What the sides do before any step. */
  static Move begin(Ground ground, State from, Step nothing, List<Edge> edges) {
    Draft begun = new Draft(ground, from, nothing, from.memory());
    Move move =
        begun.move(
            draft -> {
              for (int side = 0; side < edges.size(); side++) {
                draft.go(side, edges.get(side));
              }
              for (int side = 0; side < edges.size(); side++) {
                draft.settle(side);
              }
            });
    State to = move.to() == null ? from : move.to();
    return new Move(nothing, from.memory(), to, move.breach(), move.trace());
  }

  private Move move(Consumer<Draft> change) {
    Memory after = memory;
    State to = null;
    Breach broken = null;
    try {
      change.accept(this);
      to = state();
    } catch (Breach breach) {
      broken = breach;
    }
    return new Move(step, after, to, broken, new Trace(happened, unseen));
  }

  private State state() {
    Pool pool = ground.pool();
    return new State(
        pool.same(memory), pool.same(locals), at, waiting, chances, begun, pool.same(judge));
  }

  /** The judge hears of the step, and of the operation if it is the first of it. */
  private void tell() {
    if (step.isAccess()) {
      begin(step.side());
    }
    judge = judge.stepped(step, memory);
    checkRace(memory.race());
  }

  private void begin(int side) {
    Operation<?> operation = at[side].operation();
    int steps = at[side].steps;
    if (!hasBegun(side)) {
      begun |= 1 << side;
      judge = judge.called(side, operation);
    }
    if (operation.bound() > 0 && steps >= operation.bound()) {
      throw new Breach(operation.call() + " takes more than " + steps + " steps of its own");
    }
  }

  private boolean hasBegun(int side) {
    return (begun & 1 << side) != 0;
  }

  private void checkRace(@Nullable Race race) {
    if (race != null) {
      judge.raced(race, scene.locations().nameOf(race.location()));
    }
  }

  /** The side gets an answer, and comes to its next step. */
  void answer(int side, long answer) {
    answered(side, answer);
    settle(side);
  }

  /** The side chooses what it calls, and comes to its first step. */
  void choose(int side, int choice) {
    go(side, scene.players().get(side).chosen(at[side], choice, locals));
    settle(side);
  }

  private void answered(int side, long answer) {
    go(side, scene.players().get(side).answered(at[side], answer, locals));
  }

  /** The side comes to where an edge leads, and the judge hears what happened on the way. */
  private void go(int side, Edge edge) {
    at[side] = edge.to();
    forget(edge.garbage());
    for (Happened one : edge.happened()) {
      tell(side, one);
    }
    if (ground.isTracing() && side == step.side()) {
      happened.addAll(edge.happened());
    }
  }

  /** On other paths another side may have come to it, so that it lies in the memory. */
  private void forget(List<Integer> garbage) {
    locals = locals.without(garbage);
    for (int location : garbage) {
      if (scene.locations().isShared(location)) {
        memory = memory.forgotten(location);
      }
    }
  }

  /** The judge hears of every operation, at its return at the latest. */
  private void tell(int side, Happened one) {
    if (one instanceof Said said) {
      judge = judge.said(side, said.what());
    } else if (one instanceof Returned returned) {
      if (!hasBegun(side)) {
        judge = judge.called(side, returned.operation());
      }
      begun &= ~(1 << side);
      judge = judge.returned(side, returned.operation(), returned.answer());
    }
  }

  /** What no other side can see is done at once, up to the next step. */
  private void settle(int side) {
    if (ground.isLast(side)) {
      return;
    }
    Set<Turn> been = new HashSet<>();
    int count = 0;
    for (Access access = at[side].access; access != null; access = at[side].access) {
      if (at[side].isTooLong() || !takeUnseen(side, access)) {
        return;
      }
      count++;
      if (count > MANY && !been.add(new Turn(at[side], locals, memory))) {
        throw new Breach(at[side].operation().call() + " goes round for ever by itself");
      }
      if (count > MOST) {
        throw new Breach(
            "%s seems to go round for ever: %d accesses that nobody sees"
                .formatted(at[side].operation().call(), MOST));
      }
    }
  }

  /** Where a side was by itself: if it comes there again it will do so for ever. */
  private record Turn(Position at, Locals locals, Memory memory) {}

  private boolean takeUnseen(int side, Access access) {
    if (scene.isLocal(access) && ground.ordered(side, access, memory).equals(memory)) {
      answered(side, local(side, access));
      return true;
    }
    if (ground.isUnseen(access)) {
      plain(side, access);
      return true;
    }
    return false;
  }

  /** A plain access on a memory that finds races: without one there is one thing it can do. */
  private void plain(int side, Access access) {
    int location = access.location();
    long value = 0;
    if (access.kind() == Kind.LOAD) {
      Memory.Read read = memory.loads(side, location, access.mode()).get(0);
      value = read.value();
      memory = ground.dereferenced(side, location, value, read.memory());
    } else {
      memory = memory.stores(side, location, access.argument(), access.mode()).get(0);
    }
    if (ground.isTracing()) {
      unseen.add(new Unseen(side, access, value, at[side], memory));
    }
    checkRace(memory.race());
    answered(side, value);
  }

  /** An access that no other side can see: its answer. */
  long local(int side, Access access) {
    int location = access.location();
    switch (access.kind()) {
      case LOCK, TRY_LOCK -> {
        int depth = waiting.depth(side, location) + (int) access.argument();
        if (depth > 0) {
          hold(side, location, depth);
        }
        return depth > 0 || access.kind() == Kind.LOCK ? 1 : 0;
      }
      case UNLOCK -> {
        return unlock(side, location);
      }
      case FREEZE -> {
        memory = memory.frozen(ground.known(side), location);
        return 0;
      }
      default -> {
        Locals.Taken taken = locals.take(access);
        if (taken == null) {
          throw new IllegalArgumentException("access=" + access);
        }
        locals = taken.after();
        if (access.kind() == Kind.LOAD) {
          memory = ground.dereferenced(side, location, taken.answer(), memory);
        }
        return taken.answer();
      }
    }
  }

  /** Gives a monitor back once; negative if the side does not hold it. */
  long unlock(int side, int location) {
    int depth = waiting.depth(side, location);
    if (depth == 0) {
      return -1;
    }
    hold(side, location, depth - 1);
    return 0;
  }

  /** A sleeper wakes; one that gave a monitor back for that will take it again. */
  void wake(int side, Woken how) {
    Place place = Objects.requireNonNull(waiting.sleeper(side));
    waiting = waiting.withoutSleeper(side);
    answer(side, how.answer() | (long) place.depth() << Woken.BITS);
  }

  /** A waiter is notified: a sleeper wakes, a question is answered. */
  void reach(Place place) {
    if (place.sleeps()) {
      wake(place.side(), Woken.OK);
    } else {
      waiting = waiting.tell(place);
    }
  }

  /** Who waits changes. */
  void waits(UnaryOperator<Waiting> change) {
    waiting = change.apply(waiting);
  }

  void hold(int side, int location, int depth) {
    waiting = waiting.holding(side, location, depth);
  }

  void permit(int side, boolean may) {
    waiting = waiting.permitting(side, may);
  }

  void interrupt(int side, boolean is) {
    waiting = waiting.interrupting(side, is);
  }

  /** A side stops for good; it leaves the waiter lists, as its thread's end would have it. */
  void die(int side) {
    waiting = waiting.withoutSide(side);
    chances = chances.dead(side);
  }

  /** Something has happened from outside, as it may so many times. */
  void spend(char option) {
    chances = chances.less(option);
  }
}
