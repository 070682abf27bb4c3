package org.sabring.explore;

import org.sabring.explore.memory.DataRace;
import org.sabring.explore.memory.Memory;

/**
 * A safety monitor: it observes a program, and throws a {@link PropertyViolation} when a promise is
 * broken. It is a part of the state: an immutable value, which answers each event with the monitor
 * to go on with, and equal to another exactly if both will answer alike. The less it remembers, the
 * more states are the same.
 */
public interface Monitor {

  /**
   * Promises nothing but what is promised to all: no race, no exception, nobody asleep for ever.
   */
  Monitor NONE = new Monitor() {};

  /** A side takes the first step of an operation. */
  default Monitor called(int side, Operation<?> operation) {
    return this;
  }

  /** A side has taken a step. */
  default Monitor stepped(Step step, Memory after) {
    return this;
  }

  /**
   * An operation has said something, by {@link org.sabring.explore.runtime.Stage#say}: after the
   * step told of last. What it says before its first step is heard before {@link #called}.
   */
  default Monitor said(int side, Object what) {
    return this;
  }

  /** An operation has returned. */
  default Monitor returned(int side, Operation<?> operation, Object answer) {
    if (answer instanceof Operation.Threw) {
      throw new PropertyViolation(operation.call() + " " + answer);
    }
    return this;
  }

  /** Nobody can go on by itself: all have returned, or sleep for ever. */
  default void rested(Rest rest) {
    for (int side = 0; side < rest.sides(); side++) {
      if (rest.isStuck(side)) {
        throw new PropertyViolation(rest.whyStuck(side));
      }
    }
  }

  /**
   * Two accesses have raced: one before this, and this.
   *
   * @param location what both access, by name
   */
  default void raced(DataRace race, String location) {
    throw new PropertyViolation(
        "a data race on " + location + ": nothing orders this access after an earlier one");
  }

  /** What is to be told apart at the end, as a text. */
  default String outcome(Rest rest) {
    return "";
  }
}
