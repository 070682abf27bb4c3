package org.sabring.explore.runtime;

/**
 * The simulated clock of a run. It stands still but for waits: one that was up has taken its time,
 * any other a nanosecond.
 */
public final class Clock {

  private long nanos;
  private boolean wasRead;

  Clock() {}

  public void pass(long more) {
    nanos += more;
  }

  public long nanoTime() {
    wasRead = true;
    return nanos;
  }

  /** What the code can know of it. */
  long seen() {
    return wasRead ? nanos : 0;
  }
}
