package org.sabring.properties.explore;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.explore.memory.Memory;

/** Makes moves: a step, what it does to the memory, and what else it changes. */
final class Moving {

  private final List<Player<?>> players;
  private final Pool pool = new Pool();

  Moving(List<Player<?>> players) {
    this.players = List.copyOf(players);
  }

  Move move(State from, Step step, Memory memory, Consumer<Draft> change) {
    Draft draft = new Draft(players, pool, from, memory);
    try {
      draft.tell(step);
      change.accept(draft);
      return new Move(step, memory, draft.state(), null);
    } catch (Breach breach) {
      return new Move(step, memory, null, breach);
    }
  }

  /** Something that happens to a side. */
  static Step outside(int side, char option) {
    return new Step(side, option, null, 0, 0);
  }

  static Step step(int side, int option, @Nullable Access access, int answer, int age) {
    return new Step(side, Step.ORDINARY.charAt(option), access, answer, age);
  }
}
