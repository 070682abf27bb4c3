package org.sabring.explore;

import org.sabring.explore.memory.Memory;

/**
 * A final state of a program: all sides have ended, or those that have not are blocked for ever.
 */
public interface Rest {

  /** How many sides there are. */
  int sides();

  /** The memory at the end. */
  Memory memory();

  /** Whether a side has taken all its steps. */
  boolean isDone(int side);

  /** Whether a side waits, and nobody will notify it. */
  boolean isAsleep(int side);

  /** Whether a side is a loop that has nothing to do. */
  boolean isIdle(int side);

  /** Whether a side has asked to be told, and nobody has told it. */
  boolean hasAsked(int side);

  /** Whether a side has stopped for good. */
  boolean isDead(int side);

  /** Whether a side never goes on, though it has not ended; one that waits for such is not. */
  boolean isStuck(int side);

  /** What a side that is stuck waits for, for people. */
  String whyStuck(int side);
}
