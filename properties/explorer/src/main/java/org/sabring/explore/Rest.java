package org.sabring.explore;

import java.util.Objects;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.runtime.Access;

/** The end of a program, or where it has stuck. */
public final class Rest {

  private final State state;
  private final Program program;

  Rest(State state, Program program) {
    this.state = state;
    this.program = program;
  }

  /** How many sides there are. */
  public int sides() {
    return program.count();
  }

  /** The memory at the end. */
  public Memory memory() {
    return state.memory();
  }

  /** Whether a side has taken all its steps. */
  public boolean isDone(int side) {
    return state.at(side).isDone();
  }

  /** Whether a side waits, and nobody will notify it. */
  public boolean isAsleep(int side) {
    return state.isAsleep(side);
  }

  /** Whether a side is a loop that has nothing to do. */
  public boolean isIdle(int side) {
    return state.isIdle(side);
  }

  /** Whether a side has asked to be told, and nobody has told it. */
  public boolean hasAsked(int side) {
    return state.waiting().asked(side) != null;
  }

  /** Whether a side has stopped for good. */
  public boolean isDead(int side) {
    return state.isDead(side);
  }

  /** Whether a side never goes on, though it has not ended; one that waits for such is not. */
  public boolean isStuck(int side) {
    boolean waitsForOthers = program.isLast(side) && state.at(side).steps() == 0;
    return !isDone(side) && !isDead(side) && !isIdle(side) && !waitsForOthers;
  }

  /** What a side that is stuck waits for, for people. */
  public String whyStuck(int side) {
    Position position = state.at(side);
    Access access = Objects.requireNonNull(position.access);
    String call = Objects.requireNonNull(position.operation).call().toString();
    String name =
        access.kind() == Access.Kind.SPIN
            ? ""
            : program.scene().locations().nameOf(access.location());
    String why =
        switch (access.kind()) {
          case LOCK -> "waits for " + name + ", which is never given back";
          case SPIN -> "goes round for ever, and nobody can change what it looks at";
          case PARK -> "is parked for ever: nobody unparks it";
          default -> "sleeps for ever: it waits on " + name + ", and nobody notifies it any more";
        };
    String where = position.line == null ? "" : " at " + position.line;
    return program.letter(side) + ", in " + call + where + ", " + why;
  }
}
