package org.sabring.explore;

import org.sabring.explore.memory.Memory;
import org.sabring.explore.search.State;

/**
 * A final state of a program: all sides have ended, or those that have not are blocked for ever.
 *
 * @param state the state
 * @param program the program
 */
public record Rest(State state, Program program) {

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
    return state.isDone(side);
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
    return state.hasAsked(side);
  }

  /** Whether a side has stopped for good. */
  public boolean isDead(int side) {
    return state.isDead(side);
  }

  /** Whether a side never goes on, though it has not ended; one that waits for such is not. */
  public boolean isStuck(int side) {
    boolean waitsForOthers = program.isLast(side) && !state.hasBegun(side);
    return !state.hasEnded(side) && !isIdle(side) && !waitsForOthers;
  }

  /** What a side that is stuck waits for, for people. */
  public String whyStuck(int side) {
    return state.whyStuck(program, side);
  }
}
