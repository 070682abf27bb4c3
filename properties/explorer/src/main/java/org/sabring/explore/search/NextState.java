package org.sabring.explore.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Values;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.runtime.Woken;
import org.sabring.explore.search.Position.Edge;
import org.sabring.explore.search.Position.Happened;
import org.sabring.explore.search.State.Chances;
import org.sabring.explore.search.Transition.Trace;
import org.sabring.explore.search.Transition.Unseen;
import org.sabring.explore.search.Waiting.Place;

/** A builder of the successor state of a step. What breaks a promise throws. */
final class NextState {

  private final Ground ground;
  private final LoadedProgram scene;
  private final Step step;
  Memory memory;
  Values locals;
  private final Position[] at;
  private Waiting waiting;
  private Chances chances;

  private final Report report;
  private final List<Happened> happened = new ArrayList<>();
  private final List<Unseen> unseen = new ArrayList<>();

  private NextState(Ground ground, State from, Step step, Memory memory) {
    this.ground = ground;
    this.scene = ground.scene();
    this.step = step;
    this.memory = memory;
    locals = from.locals();
    at = from.at().toArray(Position[]::new);
    waiting = from.waiting();
    chances = from.chances();
    report = new Report(ground, from.monitor(), from.begun());
  }

  /** A step from a state: the memory after it, and what else it changes. */
  static Transition step(
      Ground ground, State from, Step step, Memory memory, Consumer<NextState> change) {
    return new NextState(ground, from, step, memory)
        .move(
            next -> {
              next.report.step(step, next.at[step.side()], memory);
              change.accept(next);
            });
  }

  /** What the sides do before any step. */
  static Transition begin(Ground ground, State from, Step nothing, List<Edge> edges) {
    NextState begun = new NextState(ground, from, nothing, from.memory());
    Transition move =
        begun.move(
            next -> {
              for (int side = 0; side < edges.size(); side++) {
                next.go(side, edges.get(side));
              }
              for (int side = 0; side < edges.size(); side++) {
                next.settle(side);
              }
            });
    State to = move.to() == null ? from : move.to();
    return new Transition(nothing, from.memory(), to, move.breach(), move.trace());
  }

  private Transition move(Consumer<NextState> change) {
    Memory after = memory;
    State to = null;
    PropertyViolation broken = null;
    try {
      change.accept(this);
      to = state();
    } catch (PropertyViolation breach) {
      broken = breach;
    }
    return new Transition(step, after, to, broken, new Trace(happened, unseen));
  }

  private State state() {
    Pool pool = ground.pool();
    return new State(
        pool.same(memory),
        pool.same(locals),
        List.of(at),
        waiting,
        chances,
        report.begun(),
        pool.same(report.monitor()));
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

  void answered(int side, long answer) {
    go(side, scene.players().get(side).answered(at[side], answer, locals));
  }

  /** The side comes to where an edge leads, and the monitor hears what happened on the way. */
  private void go(int side, Edge edge) {
    at[side] = edge.to();
    forget(edge.garbage());
    for (Happened one : edge.happened()) {
      report.happened(side, one);
    }
    if (ground.tracing() && side == step.side()) {
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

  private void settle(int side) {
    Settling.settle(this, ground, side);
  }

  Position at(int side) {
    return at[side];
  }

  /** An access that takes no step was made. */
  void unseen(Unseen one) {
    if (ground.tracing()) {
      unseen.add(one);
    }
    report.race(memory.race());
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
        LocalEffect taken = LocalEffect.of(locals, access);
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
