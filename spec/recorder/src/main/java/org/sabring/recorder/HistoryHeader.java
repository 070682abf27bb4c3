package org.sabring.recorder;

/**
 * What the first line of a history says of the queue and the run.
 *
 * @param bound how many elements can be stored; {@link #UNSAID} if nobody said so
 * @param complete whether the recording covers the whole run
 */
record HistoryHeader(int bound, boolean complete) {
  static final int UNSAID = -1;

  /** The bound; any number of elements, if nobody said that there is one. */
  int knownBound() {
    return bound == UNSAID ? Integer.MAX_VALUE : bound;
  }

  boolean isBoundUnsaid() {
    return bound == UNSAID;
  }
}
