package org.sabring.explore;

import static org.sabring.explore.Moving.outside;
import static org.sabring.explore.Moving.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.sabring.explore.Position.Edge;
import org.sabring.explore.State.Chances;
import org.sabring.explore.memory.Locations;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Memory.Read;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Update;
import org.sabring.explore.runtime.Access;

/** Which steps a state allows, and where each leads. */
final class Moves {

  private final Program program;
  private final BiFunction<Locations, Integer, Memory> fresh;
  private final boolean findsRaces;
  private final Judge judge;
  private final Options options;
  private final Scene scene;
  private final Moving moving;
  private final WaitingMoves waiting;
  private final MonitorMoves monitors;
  private final ThreadMoves threads;

  Moves(Program program, MemoryModel model, Judge judge, Options options) {
    this(
        program,
        (locations, sides) -> model.fresh(locations, sides),
        model == MemoryModel.RA,
        judge,
        options);
  }

  Moves(
      Program program,
      BiFunction<Locations, Integer, Memory> fresh,
      boolean findsRaces,
      Judge judge,
      Options options) {
    this(program, fresh, findsRaces, judge, options, false);
  }

  /**
   * Steps on a memory of any kind.
   *
   * @param fresh makes it, for so many sides
   * @param findsRaces whether it does
   * @param tracing whether what takes no step is remembered, for stories
   */
  private Moves(
      Program program,
      BiFunction<Locations, Integer, Memory> fresh,
      boolean findsRaces,
      Judge judge,
      Options options,
      boolean tracing) {
    this.findsRaces = findsRaces;
    this.program = program;
    this.fresh = fresh;
    this.judge = judge;
    this.options = options;
    scene = program.scene();
    moving = new Moving(program, findsRaces, tracing);
    waiting = new WaitingMoves(moving);
    monitors = new MonitorMoves(moving);
    threads = new ThreadMoves(moving);
  }

  /** How often code of a side has been run. */
  long runs() {
    return scene.runs();
  }

  /** The same, which remember what takes no step. */
  Moves traced() {
    return new Moves(program, fresh, findsRaces, judge, options, true);
  }

  /**
   * Before anybody has taken a step that others could see.
   *
   * @throws Breach when that breaks a promise already
   */
  State start() {
    Move start = begin();
    Breach breach = start.breach();
    if (breach != null) {
      throw breach;
    }
    return Objects.requireNonNull(start.to());
  }

  /** The same, with what the sides have done up to there. */
  Move begin() {
    Locals locals = Locals.initial(scene.locations());
    List<Edge> edges = scene.players().stream().map(one -> one.begin(locals)).toList();
    Position[] at = edges.stream().map(Edge::to).toArray(Position[]::new);
    Chances chances = new Chances(options.spurious(), options.interrupts(), options.crashes(), 0);
    int known = Math.max(1, program.countOfOthers());
    Memory memory = fresh.apply(scene.locations(), known);
    State state = new State(memory, locals, at, Waiting.NOBODY, chances, 0, judge);
    Draft draft = new Draft(moving, state, memory);
    Step nothing = outside(0, Step.FIRST);
    try {
      for (int side = 0; side < at.length; side++) {
        draft.go(side, edges.get(side));
      }
      for (int side = 0; side < at.length; side++) {
        draft.settle(side);
      }
      return new Move(nothing, memory, draft.unseen(), draft.state(), null);
    } catch (Breach breach) {
      return new Move(nothing, memory, draft.unseen(), state, breach);
    }
  }

  /** All steps, in an order that is always the same. */
  List<Move> from(State state) {
    List<Move> moves = new ArrayList<>();
    for (int side = 0; side < program.count(); side++) {
      add(moves, state, side);
    }
    return moves;
  }

  /** The steps of one side. */
  List<Move> from(State state, int side) {
    List<Move> moves = new ArrayList<>();
    add(moves, state, side);
    return moves;
  }

  private void add(List<Move> moves, State state, int side) {
    Memory drained = program.isLast(side) ? null : state.memory().drained(side);
    if (drained != null) {
      moves.add(moving.move(state, outside(side, Step.DRAINS), drained, draft -> {}));
    }
    if (state.isDead(side) || state.at(side).isDone()) {
      return;
    }
    if (program.isLast(side) && !othersHaveEnded(state)) {
      return;
    }
    if (state.isAsleep(side)) {
      waiting.addWaking(moves, state, side);
    } else if (state.at(side).choices > 0) {
      addChoices(moves, state, side);
    } else {
      addAccess(moves, state, side, Objects.requireNonNull(state.at(side).access));
    }
    waiting.addTelling(moves, state, side);
    if (state.chances().crashes() > 0) {
      moves.add(moving.move(state, outside(side, Step.DIES), state.memory(), d -> d.die(side)));
    }
  }

  private boolean othersHaveEnded(State state) {
    for (int side = 0; side < program.count(); side++) {
      boolean ends = state.at(side).isDone() || state.isDead(side);
      if (!program.isLast(side) && (!ends || state.memory().drained(side) != null)) {
        return false;
      }
    }
    return true;
  }

  /** Who begins when others have ended knows all that they knew. */
  private Memory memory(State state, int side) {
    Memory memory = state.memory();
    for (int other = 0; program.isLast(side) && other < program.count(); other++) {
      memory = program.isLast(other) ? memory : memory.joined(moving.known(side), other);
    }
    return memory;
  }

  private void addChoices(List<Move> moves, State state, int side) {
    for (int choice = 0; choice < state.at(side).choices; choice++) {
      int chosen = choice;
      Step step = step(side, choice, null, choice, 0);
      moves.add(moving.move(state, step, state.memory(), draft -> draft.choose(side, chosen)));
    }
  }

  private void addAccess(List<Move> moves, State state, int side, Access access) {
    Memory memory = memory(state, side);
    int location = access.location();
    int known = moving.known(side);
    if (scene.isLocal(access)) {
      addLocal(moves, state, side, access, memory);
      return;
    }
    switch (access.kind()) {
      case LOAD -> addReads(moves, state, side, memory.loads(known, location, access.mode()));
      case ADD ->
          addReads(moves, state, side, memory.additions(known, location, access.argument(), 32));
      case UPDATE -> {
        Update update = Objects.requireNonNull(access.update());
        addReads(moves, state, side, memory.updates(known, location, update, access.mode()));
      }
      case WEAK_UPDATE -> addWeakUpdates(moves, state, side, access, memory);
      case STORE -> {
        int option = 0;
        for (Memory after : memory.stores(known, location, access.argument(), access.mode())) {
          Step step = step(side, option++, access, 0, 0);
          moves.add(moving.move(state, step, after, draft -> draft.answer(side, 0)));
        }
      }
      case FENCE -> {
        Step step = step(side, 0, access, 0, 0);
        Memory after = memory.fenced(known, Objects.requireNonNull(access.fence()));
        moves.add(moving.move(state, step, after, draft -> draft.answer(side, 0)));
      }
      case WAIT -> waiting.addWaits(moves, state, side, access);
      case NOTIFY -> waiting.addNotify(moves, state, side, access);
      case ASK -> waiting.addAsking(moves, state, side, access);
      case TAKE_BACK -> waiting.addTakingBack(moves, state, side, access);
      case TURN -> waiting.addTurns(moves, state, side, access);
      case SPIN, FREEZE -> {}
      case PARK, UNPARK, INTERRUPT, INTERRUPTED -> threads.add(moves, state, side, access, memory);
      default -> monitors.add(moves, state, side, access, memory);
    }
  }

  private void addLocal(List<Move> moves, State state, int side, Access access, Memory memory) {
    long there = state.locals().get(access.location());
    long answer =
        switch (access.kind()) {
          case LOAD, UPDATE -> there;
          case WEAK_UPDATE -> Objects.requireNonNull(access.update()).stores(there) ? 1 : 0;
          default -> 0;
        };
    Step step = step(side, 0, access, answer, 0);
    Memory after = moving.ordered(side, access, memory);
    moves.add(
        moving.move(state, step, after, draft -> draft.answer(side, draft.local(side, access))));
  }

  private void addReads(List<Move> moves, State state, int side, List<Read> reads) {
    Access access = Objects.requireNonNull(state.at(side).access);
    int option = 0;
    for (Read read : reads) {
      Step step = step(side, option++, access, read.value(), read.age());
      Memory after = moving.dereferenced(side, access.location(), read.value(), read.memory());
      moves.add(moving.move(state, step, after, draft -> draft.answer(side, read.value())));
    }
  }

  /** It may fail for no reason, even where no other side can see it. */
  private void addWeakUpdates(
      List<Move> moves, State state, int side, Access access, Memory memory) {
    Update update = Objects.requireNonNull(access.update());
    int location = access.location();
    int option = 0;
    if (scene.locations().isShared(location)) {
      for (Read read : memory.updates(moving.known(side), location, update, access.mode())) {
        long answer = update.stores(read.value()) ? 1 : 0;
        Step step = step(side, option++, access, answer, read.age());
        moves.add(moving.move(state, step, read.memory(), draft -> draft.answer(side, answer)));
      }
    } else {
      addLocal(moves, state, side, access, memory);
    }
    Step fails = new Step(side, Step.FAILS, access, 0, 0);
    moves.add(moving.move(state, fails, memory, draft -> draft.answer(side, 0)));
  }
}
