package org.sabring.spec.event;

/** The outcome of an operation: what it answered. */
public enum Outcome {
  /** A put or an offer stored its value; of a batch the first so many. */
  STORED,
  /** An offer was refused: full, closed or cancelled. A put was refused: closed or cancelled. */
  REFUSED,
  /** A take or a poll got an element, or several; a peek saw one. */
  ELEMENT,
  /** A skip dropped an element, or several. */
  SKIPPED,
  /** A count was told how many elements are stored. */
  COUNTED,
  /** A take, a poll or a peek found nothing. */
  EMPTY,
  /** A take, a poll or a peek was told that nothing will come any more. */
  END,
  /** A batch or a skip got nothing, and was not told whether more may come. */
  NOTHING,
  /** A close or a cancel came back, or a call that asked for nothing. */
  DONE,
  /** The call never came back. */
  PENDING
}
