package org.sabring.properties.explore;

import static org.sabring.properties.explore.Moving.outside;
import static org.sabring.properties.explore.Moving.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.sabring.properties.explore.Position.Edge;
import org.sabring.properties.explore.State.Chances;
import org.sabring.properties.explore.memory.Memory;
import org.sabring.properties.explore.memory.Memory.Read;
import org.sabring.properties.explore.memory.MemoryModel;

/** Which steps a state allows, and where each leads. */
final class Moves {

  private final BiFunction<int[], Integer, Memory> fresh;
  private final Judge judge;
  private final Options options;
  private final List<Player<?>> players = new ArrayList<>();
  private final Moving moving;
  private final WaitingMoves waiting;
  private final int[] initial;

  Moves(Program program, MemoryModel model, Judge judge, Options options) {
    this(program, (words, sides) -> model.fresh(words, sides), judge, options);
  }

  /**
   * Steps on a memory of any kind.
   *
   * @param fresh makes it, from its first words and for so many sides
   */
  Moves(Program program, BiFunction<int[], Integer, Memory> fresh, Judge judge, Options options) {
    this.fresh = fresh;
    this.judge = judge;
    this.options = options;
    initial = program.start();
    for (Program.Side<?> side : program.sides()) {
      players.add(new Player<>(side, initial));
    }
    moving = new Moving(players);
    waiting = new WaitingMoves(moving);
  }

  /** How often code of a side has been run. */
  long runs() {
    return players.stream().mapToLong(Player::runs).sum();
  }

  /** Before anybody has taken a step. */
  State start() {
    Position[] at = new Position[players.size()];
    Judge told = judge;
    for (int side = 0; side < at.length; side++) {
      Edge edge = players.get(side).begin();
      at[side] = edge.to();
      told = Draft.told(told, side, edge.happened());
    }
    Chances chances = new Chances(options.spurious(), options.interrupts(), options.crashes(), 0);
    return new State(fresh.apply(initial, at.length), at, Waiting.NOBODY, chances, told);
  }

  /** All steps, in an order that is always the same. */
  List<Move> from(State state) {
    List<Move> moves = new ArrayList<>();
    for (int side = 0; side < players.size(); side++) {
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
    Memory drained = state.memory().drained(side);
    if (drained != null) {
      moves.add(moving.move(state, outside(side, Step.DRAINS), drained, draft -> {}));
    }
    if (state.isDead(side) || state.at(side).isDone()) {
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

  private void addChoices(List<Move> moves, State state, int side) {
    for (int choice = 0; choice < state.at(side).choices; choice++) {
      int chosen = choice;
      Step step = step(side, choice, null, choice, 0);
      moves.add(moving.move(state, step, state.memory(), draft -> draft.choose(side, chosen)));
    }
  }

  private void addAccess(List<Move> moves, State state, int side, Access access) {
    Memory memory = state.memory();
    int word = access.word();
    switch (access.kind()) {
      case LOAD -> addReads(moves, state, side, memory.loads(side, word, access.mode()));
      case ADD -> addReads(moves, state, side, memory.additions(side, word, access.argument()));
      case UPDATE -> addReads(moves, state, side, memory.updates(side, word, access.argument()));
      case STORE -> {
        int option = 0;
        for (Memory after : memory.stores(side, word, access.argument(), access.mode())) {
          Step step = step(side, option++, access, 0, 0);
          moves.add(moving.move(state, step, after, draft -> draft.answer(side, 0)));
        }
      }
      case FENCE -> {
        Step step = step(side, 0, access, 0, 0);
        moves.add(moving.move(state, step, memory.fenced(side), draft -> draft.answer(side, 0)));
      }
      case WAIT -> waiting.addWaits(moves, state, side, access);
      case NOTIFY -> waiting.addNotify(moves, state, side, access);
      case ASK -> waiting.addAsking(moves, state, side, access);
      case TAKE_BACK -> waiting.addTakingBack(moves, state, side, access);
      case TURN -> waiting.addTurns(moves, state, side, access);
    }
  }

  private void addReads(List<Move> moves, State state, int side, List<Read> reads) {
    Access access = state.at(side).access;
    int option = 0;
    for (Read read : reads) {
      Step step = step(side, option++, access, read.value(), read.age());
      moves.add(moving.move(state, step, read.memory(), draft -> draft.answer(side, read.value())));
    }
  }
}
