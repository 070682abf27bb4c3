package org.sabring.explore;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.LocationTable;
import org.sabring.explore.runtime.Woken;

/** Makes moves: a step, what it does to the memory, and what else it changes. */
final class Moving {

  private final Program program;
  private final Scene scene;
  private final boolean findsRaces;
  private final boolean tracing;
  private final Pool pool = new Pool();

  /**
   * On a scene.
   *
   * @param findsRaces whether the memory does, so that a plain access of a program without races
   *     has one outcome, whenever it is made
   */
  Moving(Program program, boolean findsRaces, boolean tracing) {
    this.tracing = tracing;
    this.program = program;
    this.scene = program.scene();
    this.findsRaces = findsRaces && program.code().has(Reduction.PLAIN);
  }

  Scene scene() {
    return scene;
  }

  boolean isTracing() {
    return tracing;
  }

  Pool pool() {
    return pool;
  }

  boolean isLast(int side) {
    return program.isLast(side);
  }

  /** As whom the memory knows a side: who begins when all others have ended is one of those. */
  int known(int side) {
    return program.isLast(side) ? 0 : side;
  }

  /**
   * Whether an access has one outcome, whenever it is made; those to words are steps all the same.
   */
  boolean isUnseen(Access access) {
    LocationTable locations = scene.locations();
    return findsRaces
        && access.mode() == Mode.PLAIN
        && (access.kind() == Access.Kind.LOAD || access.kind() == Access.Kind.STORE)
        && locations.mayRace(access.location())
        && !locations.isWord(access.location());
  }

  /**
   * After an access to what no other side can see: all the same it may order others. A machine with
   * store buffers empties them, and volatile accesses keep their order.
   */
  Memory ordered(int side, Access access, Memory memory) {
    return switch (access.kind()) {
      case LOCK, TRY_LOCK, UNLOCK, UPDATE, WEAK_UPDATE ->
          memory.drained(known(side)) == null ? memory : memory.fenced(known(side), Fence.FULL);
      case LOAD -> access.mode() == Mode.VOLATILE ? memory.ordered(known(side)) : memory;
      default -> memory;
    };
  }

  /** What a side knows of an object that it has found a reference to. */
  Memory dereferenced(int side, int location, long value, Memory memory) {
    LocationTable locations = scene.locations();
    return value > 0 && locations.isReference(location)
        ? memory.dereferenced(known(side), locations.object(location), (int) value)
        : memory;
  }

  Move move(State from, Step step, Memory memory, Consumer<Draft> change) {
    Draft draft = new Draft(this, from, memory);
    try {
      draft.tell(step);
      change.accept(draft);
      return new Move(step, memory, draft.unseen(), draft.state(), null);
    } catch (Breach breach) {
      return new Move(step, memory, draft.unseen(), null, breach);
    }
  }

  /** Something that happens to a side. */
  static Step outside(int side, char option) {
    return new Step(side, option, null, 0, 0);
  }

  static Step step(int side, int option, @Nullable Access access, long answer, int age) {
    return new Step(side, Step.ORDINARY.charAt(option), access, answer, age);
  }

  /** The answer of a wait that has ended, and how deep a monitor is to be taken again. */
  static long woken(Woken how, int depth) {
    return how.answer() | (long) depth << Woken.BITS;
  }
}
