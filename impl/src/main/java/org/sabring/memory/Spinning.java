package org.sabring.memory;

import java.util.function.IntSupplier;

/**
 * Waiting without sleep: for a short while before sleeping, or, with {@link WaitStrategy#SPIN} and
 * {@link WaitStrategy#YIELD}, for as long as it takes. Any number of threads may wait at once.
 */
final class Spinning {

  /** Looks before a sleep, at most: up to some ten microseconds, about what a wake-up costs. */
  private static final int MOST = Runtime.getRuntime().availableProcessors() > 1 ? 512 : 0;

  /** Looks that are always made, so that it is noticed when spinning pays off again. */
  private static final int LEAST = MOST / 16;

  /** Looks between two of the clock, which costs more than a look. */
  private static final int ROUND = 64;

  private final boolean yields;

  /** How many looks the next wait makes; a guess that threads may overwrite for each other. */
  private final PaddedInt looks = new PaddedInt(MOST);

  Spinning(WaitStrategy strategy) {
    this.yields = strategy == WaitStrategy.YIELD;
  }

  /**
   * Looks for a short while. It will be longer the next time if the word changed late, and shorter
   * if it did not.
   *
   * @return whether the word changed
   */
  boolean seesChange(IntSupplier value, int expected) {
    int most = looks.get();
    for (int look = 0; look < most; look++) {
      if (value.getAsInt() != expected) {
        if (look > most / 2) {
          looks.set(Math.min(2 * most, MOST));
        }
        return true;
      }
      Thread.onSpinWait();
    }
    looks.set(Math.max(most / 2, LEAST));
    return false;
  }

  /** Looks until the word has changed, the time is up or the caller is interrupted. */
  Awaited untilChange(IntSupplier value, int expected, long timeoutNanos)
      throws InterruptedException {
    long start = System.nanoTime();
    long left = timeoutNanos;
    for (int look = 1; value.getAsInt() == expected; look++) {
      if (left <= 0) {
        return Awaited.TIMED_OUT;
      }
      if (look % ROUND == 1) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        left = timeoutNanos - (System.nanoTime() - start);
      }
      pause();
    }
    return Awaited.NOT_EQUAL;
  }

  @SuppressWarnings("ThreadPriorityCheck") // that is what was asked for
  private void pause() {
    if (yields) {
      Thread.yield();
    } else {
      Thread.onSpinWait();
    }
  }
}
