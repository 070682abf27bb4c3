package org.sabring.properties.explore;

import org.sabring.properties.explore.memory.Memory;

/** The end of a program, or where it has stuck. */
public final class Rest {

  private final State state;

  Rest(State state) {
    this.state = state;
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
}
