package org.sabring.properties.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.explore.Access.Limit;
import org.sabring.properties.explore.Position.Edge;
import org.sabring.properties.explore.State.Chances;
import org.sabring.properties.explore.memory.Memory;
import org.sabring.properties.explore.memory.Memory.Read;
import org.sabring.properties.explore.memory.MemoryModel;
import org.sabring.properties.explore.memory.Mode;

/** Which steps a state allows, and where each leads. */
final class Moves {

  private final BiFunction<int[], Integer, Memory> fresh;
  private final Judge judge;
  private final Options options;
  private final List<Player<?>> players = new ArrayList<>();
  private final Pool pool = new Pool();
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
      told = Draft.told(told, side, edge.returned());
    }
    Chances chances = new Chances(options.spurious(), options.interrupts(), options.crashes(), 0);
    return new State(fresh.apply(initial, at.length), at, new int[0], chances, told);
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
      moves.add(move(state, outside(side, Step.DRAINS), drained, draft -> {}));
    }
    if (state.isDead(side) || state.at(side).isDone()) {
      return;
    }
    if (state.isAsleep(side)) {
      addWaking(moves, state, side);
    } else if (state.at(side).choices > 0) {
      addChoices(moves, state, side);
    } else {
      addAccess(moves, state, side, Objects.requireNonNull(state.at(side).access));
    }
    if (state.chances().crashes() > 0) {
      moves.add(move(state, outside(side, Step.DIES), state.memory(), d -> d.die(side)));
    }
  }

  private static Step outside(int side, char option) {
    return new Step(side, option, null, 0, 0);
  }

  private Move move(State from, Step step, Memory memory, Consumer<Draft> change) {
    Draft draft = new Draft(players, pool, from, memory);
    try {
      draft.tell(step);
      change.accept(draft);
      return new Move(step, memory, draft.state(), null);
    } catch (Breach breach) {
      return new Move(step, memory, null, breach);
    }
  }

  private void addWaking(List<Move> moves, State state, int side) {
    Memory memory = state.memory();
    if (Objects.requireNonNull(state.at(side).access).limit() == Limit.SOME_TIME) {
      Step step = outside(side, Step.TIMES_OUT);
      moves.add(move(state, step, memory, draft -> draft.wake(side, Woken.TIMED_OUT)));
    }
    if (state.chances().spurious() > 0) {
      Consumer<Draft> wakes =
          draft -> {
            draft.spendSpurious();
            draft.wake(side, Woken.OK);
          };
      moves.add(move(state, outside(side, Step.SPURIOUS), memory, wakes));
    }
    if (state.chances().interrupts() > 0) {
      Consumer<Draft> wakes =
          draft -> {
            draft.spendInterrupt();
            draft.wake(side, Woken.INTERRUPTED);
          };
      moves.add(move(state, outside(side, Step.INTERRUPTED), memory, wakes));
    }
  }

  private void addChoices(List<Move> moves, State state, int side) {
    for (int choice = 0; choice < state.at(side).choices; choice++) {
      int chosen = choice;
      Step step = step(side, choice, null, choice, 0);
      moves.add(move(state, step, state.memory(), draft -> draft.choose(side, chosen)));
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
          moves.add(move(state, step, after, draft -> draft.answer(side, 0)));
        }
      }
      case FENCE -> {
        Step step = step(side, 0, access, 0, 0);
        moves.add(move(state, step, memory.fenced(side), draft -> draft.answer(side, 0)));
      }
      case WAIT -> addWaits(moves, state, side, access);
      case NOTIFY -> addNotify(moves, state, side, access);
    }
  }

  private void addReads(List<Move> moves, State state, int side, List<Read> reads) {
    Access access = state.at(side).access;
    int option = 0;
    for (Read read : reads) {
      Step step = step(side, option++, access, read.value(), read.age());
      moves.add(move(state, step, read.memory(), draft -> draft.answer(side, read.value())));
    }
  }

  private void addWaits(List<Move> moves, State state, int side, Access access) {
    Memory locked = state.memory().locked(side, access.word());
    int option = 0;
    for (Read read : locked.loads(side, access.word(), Mode.VOLATILE)) {
      boolean equal = read.value() == access.argument();
      boolean sleeps = equal && access.limit() != Limit.NO_TIME;
      Woken at = equal ? Woken.TIMED_OUT : Woken.NOT_EQUAL;
      int answer = sleeps ? Step.ASLEEP : at.answer();
      Step step = step(side, option++, access, answer, read.age());
      Consumer<Draft> change =
          sleeps ? draft -> draft.sleep(side) : draft -> draft.answer(side, answer);
      moves.add(move(state, step, read.memory(), change));
    }
  }

  private void addNotify(List<Move> moves, State state, int side, Access access) {
    long waiting = 0;
    for (int sleeper : state.sleepers()) {
      waiting += Objects.requireNonNull(state.at(sleeper).access).word() == access.word() ? 1 : 0;
    }
    int woken = (int) Math.min(waiting, access.argument());
    Step step = step(side, 0, access, woken, 0);
    Consumer<Draft> change =
        draft -> {
          draft.answer(side, woken);
          draft.notified(access.word(), woken);
        };
    moves.add(move(state, step, state.memory().locked(side, access.word()), change));
  }

  private static Step step(int side, int option, @Nullable Access access, int answer, int age) {
    return new Step(side, Step.ORDINARY.charAt(option), access, answer, age);
  }
}
