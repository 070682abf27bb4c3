package org.sabring.recorder;

/** A cursor over the calls of one thread, in their order. */
interface CallCursor {

  /** Goes on to the next call, at first to the first; false if there is none. */
  boolean next();

  /** When the call began, on the recording's clock. */
  long call();

  /** Adds the line of the call, as it was known at a time. */
  void writeTo(HistoryLine line, long known);
}
