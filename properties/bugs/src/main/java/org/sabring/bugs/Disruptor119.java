package org.sabring.bugs;

import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Disruptor #119: a consumer sleeps beside an event.
 *
 * <p>A publisher wakes the consumers only if their counter says that some wait. It moves the cursor
 * with an ordered store, and reads the counter while that store may still be in its store buffer. A
 * consumer counts itself and reads the old cursor at that time, and nobody wakes it.
 *
 * <p>The report says that the optimization loses a wake-up, and not how; this is the shape that its
 * version had, where cursors were moved so.
 *
 * @see <a href="https://github.com/LMAX-Exchange/disruptor/issues/119">the report</a>
 */
public final class Disruptor119 {

  private Disruptor119() {}

  /** One event, published once. */
  abstract static class Barrier {
    final AtomicLong cursor = new AtomicLong(-1);
    volatile int waiters;
    int event;

    void publish(int published) {
      event = published;
      cursor.lazySet(0);
      signal();
    }

    abstract void signal();

    final synchronized void signalAll() {
      notifyAll();
    }

    int waitFor() {
      if (cursor.get() < 0) {
        synchronized (this) {
          waiters++;
          try {
            while (cursor.get() < 0) {
              wait();
            }
          } catch (InterruptedException e) {
            return -1;
          } finally {
            waiters--;
          }
        }
      }
      return event;
    }
  }

  /** If somebody waits. */
  static final class IfWaiting extends Barrier {
    @Override
    void signal() {
      if (waiters != 0) {
        signalAll();
      }
    }
  }

  /** In any case. */
  static final class Always extends Barrier {
    @Override
    void signal() {
      signalAll();
    }
  }

  /** As it was. */
  @JCStressTest
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "The event.")
  @State
  public static class Buggy {
    private final Barrier barrier = new IfWaiting();

    @Actor
    public void publisher() {
      barrier.publish(1);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = barrier.waitFor();
    }
  }

  /** As it should be. */
  @JCStressTest
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "The event.")
  @State
  public static class Mended {
    private final Barrier barrier = new Always();

    @Actor
    public void publisher() {
      barrier.publish(1);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = barrier.waitFor();
    }
  }
}
