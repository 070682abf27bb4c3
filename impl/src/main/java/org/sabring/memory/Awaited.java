package org.sabring.memory;

/** How a wait ended: the three answers of ECMAScript's {@code Atomics.wait}. */
public enum Awaited {
  /** A notification woke the waiter. */
  OK,
  /** The word did not hold the expected value, so nobody waited. */
  NOT_EQUAL,
  /** The time ran out before a notification came. */
  TIMED_OUT
}
