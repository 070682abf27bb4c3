package org.sabring.explore.search;

import java.util.HashSet;
import java.util.Set;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Memory.Read;
import org.sabring.explore.memory.Values;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.search.Transition.Unseen;

/**
 * The execution of accesses that no other side can see: a side makes them at once, up to its next
 * step.
 */
final class Settling {

  /** A side that takes more such accesses than this may go round. */
  private static final int MANY = 1000;

  private static final int MOST = 100 * MANY;

  /** Where a side was by itself: if it comes there again it will do so for ever. */
  private record Turn(Position at, Values locals, Memory memory) {}

  private final NextState next;
  private final Ground ground;
  private final int side;

  private Settling(NextState next, Ground ground, int side) {
    this.next = next;
    this.ground = ground;
    this.side = side;
  }

  /** A last side makes them when it begins, one after the other, as steps. */
  static void settle(NextState next, Ground ground, int side) {
    if (!ground.program().isLast(side)) {
      new Settling(next, ground, side).settle();
    }
  }

  private void settle() {
    Set<Turn> been = new HashSet<>();
    int count = 0;
    for (Position at = next.at(side); takes(at); at = next.at(side)) {
      count++;
      boolean again = count > MANY && !been.add(new Turn(next.at(side), next.locals, next.memory));
      Access access = at.access;
      if (again && access != null && looks(access)) {
        ground.scene().await(access);
      }
      if (again && count > 2 * MANY) {
        throw new PropertyViolation(at.operation().call() + " goes round for ever by itself");
      }
      if (count > MOST) {
        throw new PropertyViolation(
            "%s seems to go round for ever: %d accesses that nobody sees"
                .formatted(at.operation().call(), MOST));
      }
    }
  }

  /** Whether it waits, perhaps, for another to store there. */
  private boolean looks(Access access) {
    return ground.scene().isLocal(access)
        && switch (access.kind()) {
          case LOAD, UPDATE, WEAK_UPDATE, TRY_LOCK -> true;
          default -> false;
        };
  }

  private boolean takes(Position at) {
    Access access = at.access;
    if (access == null || at.isTooLong()) {
      return false;
    }
    Memory memory = next.memory;
    if (ground.scene().isLocal(access) && ground.ordered(side, access, memory).equals(memory)) {
      next.answered(side, next.local(side, access));
      return true;
    }
    if (ground.isUnseen(access)) {
      plain(at, access);
      return true;
    }
    return false;
  }

  /** A plain access on a memory that finds races: without one there is one thing it can do. */
  private void plain(Position at, Access access) {
    int location = access.location();
    long value = 0;
    if (access.kind() == Kind.LOAD) {
      Read read = next.memory.loads(side, location, access.mode()).get(0);
      value = read.value();
      next.memory = ground.dereferenced(side, location, value, read.memory());
    } else {
      next.memory = next.memory.stores(side, location, access.argument(), access.mode()).get(0);
    }
    next.unseen(new Unseen(side, access, value, at, next.memory));
    next.answered(side, value);
  }
}
