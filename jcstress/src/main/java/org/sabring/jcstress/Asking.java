package org.sabring.jcstress;

import static org.sabring.spec.race.RaceProgram.ASLEEP;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.memory.Awaited;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Offered;
import org.sabring.ring.RingLayout;
import org.sabring.ring.Taken;

/**
 * A side that asks to be told, and does not block in the ring: between question and answer its
 * thread is parked here, as an event loop with nothing to do is. Left asleep is a side that is not
 * told although there is something to tell.
 */
final class Asking implements Runnable {

  private final Cast cast;
  private final CursorRing ring;
  private final WatchedInts memory;
  private final Thread thread = Thread.currentThread();
  private volatile boolean told;

  Asking(Cast cast, CursorRing ring, WatchedInts memory) {
    this.cast = cast;
    this.ring = ring;
    this.memory = memory;
  }

  /** The ring tells it, on the other side's thread. */
  @Override
  public void run() {
    told = true;
    LockSupport.unpark(thread);
  }

  Object put(int element) {
    memory.forget();
    Offered answer = ring.producer().offer(element);
    while (answer == Offered.FULL) {
      told = false;
      if (!isTold(ring.producer().whenReady(this), () -> hasRoom(ring))) {
        return ASLEEP;
      }
      answer = ring.producer().offer(element);
    }
    return waited(answer);
  }

  Object take() {
    memory.forget();
    Taken answer = ring.consumer().poll();
    while (answer == Taken.EMPTY) {
      told = false;
      if (!isTold(ring.consumer().whenReady(this), () -> hasNews(ring))) {
        return ASLEEP;
      }
      answer = ring.consumer().poll();
    }
    return waited(answer == Taken.ELEMENT ? ring.consumer().element() : answer);
  }

  private Object waited(Object answer) {
    return cast.waits ? Performer.said(List.of(answer, memory.lastWait())) : answer;
  }

  /** Whether the question was answered, at once or later. */
  private boolean isTold(@Nullable AsyncWait question, BooleanSupplier something) {
    if (question == null) {
      memory.told(Awaited.NOT_EQUAL);
      return true;
    }
    long begun = System.nanoTime();
    while (!isToldWithin(cast.nap)) {
      boolean lost = something.getAsBoolean() || System.nanoTime() - begun > cast.patience;
      if (lost && question.cancel()) {
        return false;
      }
    }
    memory.told(Awaited.OK);
    return true;
  }

  private boolean isToldWithin(long nanos) {
    long deadline = System.nanoTime() + nanos;
    for (long left = nanos; !told && left > 0; left = deadline - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
    return told;
  }

  /** Whether a consumer would not find the ring empty. */
  static boolean hasNews(CursorRing ring) {
    return ring.size() > 0 || ring.isClosed();
  }

  private static boolean hasRoom(CursorRing ring) {
    RingLayout layout = ring.layout();
    return ring.size() < layout.capacity() - 1 || ring.isCancelled();
  }
}
