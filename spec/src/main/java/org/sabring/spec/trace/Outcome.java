package org.sabring.spec.trace;

/** The outcome of an operation: what it answered. */
public enum Outcome {
  /** A put or an offer stored its value. */
  STORED,
  /** An offer was refused: full, closed or cancelled. A put was refused: closed or cancelled. */
  REFUSED,
  /** A take or a poll got an element. */
  ELEMENT,
  /** A take or a poll found nothing. */
  EMPTY,
  /** A take or a poll was told that nothing will come any more. */
  END,
  /** A close or a cancel came back. */
  DONE,
  /** The call never came back. */
  PENDING
}
