package org.sabring.explore.search;

import org.sabring.explore.Program;
import org.sabring.explore.Reduction;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.runtime.LocationTable;

/**
 * The context that all transitions of a search share: who is known to the memory as whom, and which
 * accesses take no step.
 *
 * @param findsRaces whether the memory does, so that a plain access of a program without races has
 *     one outcome, whenever it is made
 * @param tracing whether steps have something to tell
 */
record Ground(Program program, boolean findsRaces, boolean tracing, Pool pool) {

  static Ground of(Program program, boolean findsRaces, boolean tracing) {
    boolean skipsPlain = findsRaces && program.code().has(Reduction.PLAIN);
    return new Ground(program, skipsPlain, tracing, new Pool());
  }

  LoadedProgram scene() {
    return program.scene();
  }

  /** As whom the memory knows a side: who begins when all others have ended is one of those. */
  int known(int side) {
    return program.isLast(side) ? 0 : side;
  }

  /**
   * Whether an access has one outcome, whenever it is made; those to words are steps all the same.
   */
  boolean isUnseen(Access access) {
    LocationTable locations = scene().locations();
    return findsRaces
        && access.mode() == Mode.PLAIN
        && (access.kind() == Kind.LOAD || access.kind() == Kind.STORE)
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
    LocationTable locations = scene().locations();
    return value > 0 && locations.isReference(location)
        ? memory.dereferenced(known(side), locations.object(location), (int) value)
        : memory;
  }
}
