package org.sabring.jcstress;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.memory.Awaited;

/**
 * A side that asks to be told, and does not block in the ring: between question and answer its
 * thread is parked here, as an event loop with nothing to do is. Made on the side's own thread.
 */
final class AskingSide implements Runnable {

  private final Thread thread = Thread.currentThread();
  private volatile boolean told;
  private Object last = WatchedInts.NO_WAIT;

  /** The ring tells it, on the other side's thread. */
  @Override
  public void run() {
    told = true;
    LockSupport.unpark(thread);
  }

  /**
   * Makes a call, and while there is nothing to take or no room asks to be told and makes it again.
   * The last answer: EMPTY or FULL when nothing had happened when its time was up.
   */
  <T> T until(Calls.Call<T> call, Function<Runnable, @Nullable AsyncWait> question) {
    T answer = call.make();
    for (int naps = 0; Calls.isNotYet(answer) && naps < Calls.NAPS; ) {
      told = false;
      AsyncWait asked = question.apply(this);
      if (asked == null || isToldWithin(Calls.NAP)) {
        last = asked == null ? Awaited.NOT_EQUAL : Awaited.OK;
        answer = call.make();
      } else {
        naps++;
        answer = call.make();
        // It still asks: what it has found now it was told of, or will be, or never.
        boolean lost = !Calls.isNotYet(answer) && !isToldWithin(Calls.GRACE * Calls.NAP);
        last = lost ? Awaited.TIMED_OUT : Awaited.OK;
        asked.cancel();
      }
    }
    return answer;
  }

  /** How the last question ended, as a wait does: answered at once, answered later, or never. */
  Object lastWait() {
    return last;
  }

  /** The answer, unless nobody told the side of it. */
  Object awake(Object answer) {
    return WatchedInts.isAsleep(last) ? Calls.ASLEEP : answer;
  }

  private boolean isToldWithin(long nanos) {
    long deadline = System.nanoTime() + nanos;
    for (long left = nanos; !told && left > 0; left = deadline - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
    return told;
  }
}
