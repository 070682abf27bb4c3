package org.sabring.ring;

/** What the consumer got when it asked for an element. */
public enum Taken {
  /** An element; {@link Consumer#element()} says which. */
  ELEMENT,
  /** The ring was empty, and the producer has not closed. */
  EMPTY,
  /** The ring stayed empty until the time ran out. */
  TIMED_OUT,
  /** The producer has closed and everything has been taken; this is the answer for ever. */
  END,
  /** The consumer has cancelled; this is the answer for ever. */
  CANCELLED
}
