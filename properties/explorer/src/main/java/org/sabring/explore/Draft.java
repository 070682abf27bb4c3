package org.sabring.explore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Move.Unseen;
import org.sabring.explore.Position.Edge;
import org.sabring.explore.Position.Happened;
import org.sabring.explore.Position.Returned;
import org.sabring.explore.Position.Said;
import org.sabring.explore.State.Chances;
import org.sabring.explore.Waiting.Place;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Race;
import org.sabring.explore.memory.Update;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.runtime.Woken;

/** The state after a step, while it is being made. What breaks a promise throws. */
final class Draft {

  /** A side that takes more accesses than this which nobody else can see may go round. */
  private static final int MANY = 1000;

  private static final int MOST = 100 * MANY;

  private final Moving moving;
  private final Scene scene;
  private Memory memory;
  private Locals locals;
  private final Position[] at;
  private Waiting waiting;
  private Chances chances;

  /** The sides whose judge has heard of their operation, as bits. */
  private int begun;

  private Judge judge;
  private final List<Unseen> unseen = new ArrayList<>();

  Draft(Moving moving, State from, Memory memory) {
    this.moving = moving;
    this.scene = moving.scene();
    this.memory = memory;
    locals = from.locals();
    at = from.positions();
    waiting = from.waiting();
    chances = from.chances();
    begun = from.begun();
    judge = from.judge();
  }

  List<Unseen> unseen() {
    return List.copyOf(unseen);
  }

  State state() {
    Pool pool = moving.pool();
    return new State(
        pool.same(memory), pool.same(locals), at, waiting, chances, begun, pool.same(judge));
  }

  Memory memory() {
    return memory;
  }

  /** The judge hears of the step, and of the operation if it is the first of it. */
  void tell(Step step) {
    if (step.isAccess()) {
      begin(step.side());
    }
    judge = judge.stepped(step, memory);
    checkRace(memory.race());
  }

  private void begin(int side) {
    Operation<?> operation = Objects.requireNonNull(at[side].operation);
    int steps = at[side].steps();
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
    follow(side, scene.players().get(side).answered(at[side], answer, locals));
  }

  /** The side chooses what it calls, and comes to its first step. */
  void choose(int side, int choice) {
    follow(side, scene.players().get(side).chosen(at[side], choice, locals));
  }

  private void follow(int side, Edge edge) {
    go(side, edge);
    settle(side);
  }

  /** The side comes to where an edge leads, and the judge hears what happened on the way. */
  void go(int side, Edge edge) {
    at[side] = edge.to();
    forget(edge.garbage());
    judge = told(judge, side, hasBegun(side), edge.happened());
    if (edge.happened().stream().anyMatch(Returned.class::isInstance)) {
      begun &= ~(1 << side);
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

  /**
   * After what happened on the way to a step.
   *
   * @param begun whether the judge has heard of the operation; it hears of every one
   */
  static Judge told(Judge judge, int side, boolean begun, List<Happened> happened) {
    Judge told = judge;
    boolean called = begun;
    for (Happened one : happened) {
      if (one instanceof Said said) {
        told = told.said(side, said.what());
      } else if (one instanceof Returned returned) {
        if (!called) {
          told = told.called(side, returned.operation());
        }
        called = false;
        told = told.returned(side, returned.operation(), returned.answer());
      }
    }
    return told;
  }

  /** What no other side can see is done at once, up to the next step. */
  void settle(int side) {
    if (moving.isLast(side)) {
      return;
    }
    Set<Turn> been = null;
    int count = 0;
    for (Access access = at[side].access; access != null; access = at[side].access) {
      if (at[side].isTooLong() || !takeUnseen(side, access)) {
        return;
      }
      if (++count > MANY) {
        been = been == null ? new HashSet<>() : been;
        boolean again = !been.add(new Turn(at[side], locals, memory));
        if (again && looks(access)) {
          scene.await(access);
        } else if (again && count > 2 * MANY) {
          throw new Breach(call(side) + " goes round for ever by itself");
        }
      }
      if (count > MOST) {
        throw new Breach(
            call(side) + " seems to go round for ever: " + MOST + " accesses that nobody sees");
      }
    }
  }

  private boolean looks(Access access) {
    return scene.isLocal(access)
        && switch (access.kind()) {
          case LOAD, UPDATE, WEAK_UPDATE, TRY_LOCK -> true;
          default -> false;
        };
  }

  /** Where a side was by itself: if it comes there again it will do so for ever. */
  private record Turn(Position at, Locals locals, Memory memory) {}

  private Object call(int side) {
    return Objects.requireNonNull(at[side].operation).call();
  }

  private boolean takeUnseen(int side, Access access) {
    if (scene.isLocal(access) && moving.ordered(side, access, memory).equals(memory)) {
      long answer = local(side, access);
      go(side, scene.players().get(side).answered(at[side], answer, locals));
      return true;
    }
    if (moving.isUnseen(access)) {
      plain(side, access);
      return true;
    }
    return false;
  }

  /** A plain access on a memory that finds races: without one there is one thing it can do. */
  private void plain(int side, Access access) {
    long value = 0;
    if (access.kind() == Kind.LOAD) {
      Memory.Read read = memory.loads(side, access.location(), access.mode()).get(0);
      memory = moving.dereferenced(side, access.location(), read.value(), read.memory());
      value = read.value();
    } else {
      memory = memory.stores(side, access.location(), access.argument(), access.mode()).get(0);
    }
    if (moving.isTracing()) {
      unseen.add(new Unseen(side, access, value, at[side], memory));
    }
    checkRace(memory.race());
    go(side, scene.players().get(side).answered(at[side], value, locals));
  }

  /** An access that no other side can see: its answer. */
  long local(int side, Access access) {
    int location = access.location();
    switch (access.kind()) {
      case LOAD -> {
        long value = locals.get(location);
        memory = moving.dereferenced(side, location, value, memory);
        return value;
      }
      case STORE -> {
        locals = locals.with(location, access.argument());
        return 0;
      }
      case UPDATE, WEAK_UPDATE -> {
        Update update = Objects.requireNonNull(access.update());
        long old = locals.get(location);
        boolean stores = update.stores(old);
        if (stores) {
          locals = locals.with(location, update.apply(old));
        }
        return access.kind() == Kind.UPDATE ? old : stores ? 1 : 0;
      }
      case LOCK, TRY_LOCK -> {
        int depth = waiting.depth(side, location);
        if (access.argument() == 0 && access.kind() == Kind.TRY_LOCK) {
          return depth > 0 ? 1 : 0;
        }
        waiting = waiting.holding(side, location, depth + (int) access.argument());
        return 1;
      }
      case UNLOCK -> {
        return unlock(side, location);
      }
      case FREEZE -> {
        memory = memory.frozen(moving.known(side), location);
        return 0;
      }
      default -> throw new IllegalArgumentException("access=" + access);
    }
  }

  /** Gives a monitor back once; negative if the side does not hold it. */
  long unlock(int side, int location) {
    int depth = waiting.depth(side, location);
    if (depth == 0) {
      return -1;
    }
    waiting = waiting.holding(side, location, depth - 1);
    return 0;
  }

  void hold(int side, int location, int depth) {
    waiting = waiting.holding(side, location, depth);
  }

  void sleep(int side) {
    int word = Objects.requireNonNull(at[side].access).location();
    sleep(side, word, 0);
  }

  void sleep(int side, int place, int depth) {
    waiting = waiting.with(Waiting.sleeper(side, place, depth));
  }

  /** A sleeper wakes; one that gave a monitor back for that will take it again. */
  void wake(int side, Woken how) {
    Place place = Objects.requireNonNull(waiting.sleeper(side));
    waiting = waiting.withoutSleeper(side);
    answer(side, Moving.woken(how, place.depth()));
  }

  /** A question joins the waiter list. */
  void list(Place question) {
    waiting = waiting.with(question);
  }

  void takeBack(int side, long question) {
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

  void permit(int side, boolean may) {
    waiting = waiting.permitting(side, may);
  }

  void interrupt(int side, boolean is) {
    waiting = waiting.interrupting(side, is);
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
