package org.sabring.bugs;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * QuestDB #7557: a segment that is being frozen looks empty.
 *
 * <p>Who finds a segment full freezes it: sets a flag, and moves the tail far ahead so that nobody
 * enqueues any more. Who dequeues and finds no element ready takes that distance off again if the
 * flag is set. In between the flag is set and the tail has not moved, and what is left counts as
 * less than nothing.
 *
 * @see <a href="https://github.com/questdb/questdb/pull/7557">the report</a>
 */
public final class QuestDb7557 {

  private QuestDb7557() {}

  /** Two slots; many sides enqueue and dequeue. 0 is no element. */
  abstract static class Segment {
    static final int FREEZE_OFFSET = 4;

    final AtomicIntegerArray elements = new AtomicIntegerArray(2);

    /** Of each slot: the position to enqueue at, and one more when it holds an element. */
    final AtomicLongArray sequences = new AtomicLongArray(2);

    final AtomicLong head = new AtomicLong();
    final AtomicLong tail = new AtomicLong();
    volatile boolean frozen;

    Segment() {
      sequences.set(1, 1);
    }

    abstract void freeze();

    boolean enqueue(int element) {
      while (true) {
        long position = tail.get();
        long ahead = sequences.get((int) position % 2) - position;
        if (ahead < 0) {
          return false; // full or frozen
        }
        if (ahead == 0 && tail.compareAndSet(position, position + 1)) {
          elements.set((int) position % 2, element);
          sequences.set((int) position % 2, position + 1);
          return true;
        }
      }
    }

    int dequeue() {
      while (true) {
        long position = head.get();
        long ahead = sequences.get((int) position % 2) - (position + 1);
        if (ahead == 0 && head.compareAndSet(position, position + 1)) {
          int element = elements.get((int) position % 2);
          sequences.set((int) position % 2, position + 2);
          return element;
        }
        if (ahead < 0) {
          boolean wasFrozen = frozen;
          long end = tail.get();
          if (end <= position || (wasFrozen && end - FREEZE_OFFSET <= position)) {
            return 0;
          }
          Thread.onSpinWait(); // somebody is about to make it ready
        }
      }
    }
  }

  /** The flag before the tail. */
  static final class FlagFirst extends Segment {
    @Override
    void freeze() {
      frozen = true;
      tail.getAndAdd(FREEZE_OFFSET);
    }
  }

  /** The tail before the flag. */
  static final class TailFirst extends Segment {
    @Override
    void freeze() {
      tail.getAndAdd(FREEZE_OFFSET);
      frozen = true;
    }
  }

  /** As it was. */
  @JCStressTest
  @Outcome(id = "1, [12]", expect = Expect.ACCEPTABLE, desc = "Enqueued, and something there.")
  @Outcome(id = "0, [01]", expect = Expect.ACCEPTABLE, desc = "Frozen before.")
  @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "Enqueued, and nothing there.")
  @State
  public static class Buggy {
    private final Segment segment = new FlagFirst();

    @Actor
    public void slow() {
      segment.enqueue(1);
    }

    @Actor
    public void freezing() {
      segment.freeze();
    }

    @Actor
    public void user(II_Result r) {
      r.r1 = segment.enqueue(2) ? 1 : 0;
      r.r2 = segment.dequeue();
    }
  }

  /** As it should be. */
  @JCStressTest
  @Outcome(id = "1, [12]", expect = Expect.ACCEPTABLE, desc = "Enqueued, and something there.")
  @Outcome(id = "0, [01]", expect = Expect.ACCEPTABLE, desc = "Frozen before.")
  @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "Enqueued, and nothing there.")
  @State
  public static class Mended {
    private final Segment segment = new TailFirst();

    @Actor
    public void slow() {
      segment.enqueue(1);
    }

    @Actor
    public void freezing() {
      segment.freeze();
    }

    @Actor
    public void user(II_Result r) {
      r.r1 = segment.enqueue(2) ? 1 : 0;
      r.r2 = segment.dequeue();
    }
  }
}
