package org.sabring.explore;

import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.runtime.Access;

/** A state of a program, to look at. */
public final class Look {

  private final State state;

  Look(State state) {
    this.state = state;
  }

  /** The memory. */
  public Memory memory() {
    return state.memory();
  }

  /** What the judge remembers. */
  public Judge judge() {
    return state.judge();
  }

  /** What a side does next to the memory; null between two calls, and when it is done. */
  public @Nullable Access next(int side) {
    return state.at(side).access;
  }

  /** Whether a side is in the middle of a call: it has taken a step of it. */
  public boolean hasBegun(int side) {
    return state.at(side).steps() > 0;
  }

  /** Whether a side has nothing left to call. */
  public boolean isDone(int side) {
    return state.at(side).isDone();
  }

  /** Whether a side waits. */
  public boolean isAsleep(int side) {
    return state.isAsleep(side);
  }
}
