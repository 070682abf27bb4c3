package org.sabring.ring;

/** What became of an element that the producer offered. */
public enum Offered {
  /** The element is in the ring. */
  STORED,
  /** The ring was full; the element is not in it. */
  FULL,
  /** The ring stayed full until the time ran out; the element is not in it. */
  TIMED_OUT,
  /** The producer has closed; nothing is stored any more. */
  CLOSED,
  /** The consumer has cancelled; nothing is stored any more. */
  CANCELLED
}
