package org.sabring.bugs;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * iceoryx2 #119: a fence that has nobody on the other side.
 *
 * <p>A pop reads the element, has a fence, and moves the read position with a relaxed store. A push
 * reads that position with a relaxed load and has no fence of its own, so the fence orders nothing
 * between the two. The push may write the new element while the pop still reads the old one.
 *
 * @see <a href="https://github.com/eclipse-iceoryx/iceoryx2/issues/119">the report</a>
 */
public final class IceoryxTwo119 {

  private IceoryxTwo119() {}

  /** One slot; one side pushes, one pops. 0 is no element. */
  abstract static class Queue {
    final int[] data = new int[1];
    final AtomicLong writePosition = new AtomicLong();
    final AtomicLong readPosition = new AtomicLong();

    /** With the element 1. */
    Queue() {
      data[0] = 1;
      writePosition.set(1);
    }

    boolean push(int element) {
      long position = writePosition.getOpaque();
      if (position - readPositionToPush() == 1) {
        return false;
      }
      data[0] = element;
      writePosition.setRelease(position + 1);
      return true;
    }

    int pop() {
      long position = readPosition.getOpaque();
      if (position == writePosition.getAcquire()) {
        return 0;
      }
      int element = data[0];
      popped(position + 1);
      return element;
    }

    abstract long readPositionToPush();

    abstract void popped(long position);
  }

  /** A fence on one side. */
  static final class Fenced extends Queue {
    @Override
    long readPositionToPush() {
      return readPosition.getOpaque();
    }

    @Override
    void popped(long position) {
      VarHandle.releaseFence();
      VarHandle.acquireFence();
      readPosition.setOpaque(position);
    }
  }

  /** A release and an acquire. */
  static final class Paired extends Queue {
    @Override
    long readPositionToPush() {
      return readPosition.getAcquire();
    }

    @Override
    void popped(long position) {
      readPosition.setRelease(position);
    }
  }

  /** As it was. */
  @JCStressTest
  @Outcome(id = "0, 1, 0", expect = Expect.ACCEPTABLE, desc = "Full.")
  @Outcome(id = "1, 1, 2", expect = Expect.ACCEPTABLE, desc = "Both.")
  @Outcome(id = ".*, 2, .*", expect = Expect.FORBIDDEN, desc = "Overwritten.")
  @State
  public static class Buggy {
    private final Queue queue = new Fenced();

    @Actor
    public void producer(III_Result r) {
      r.r1 = queue.push(2) ? 1 : 0;
    }

    @Actor
    public void consumer(III_Result r) {
      r.r2 = queue.pop();
    }

    @Arbiter
    public void rest(III_Result r) {
      r.r3 = queue.pop();
    }
  }

  /** As it should be. */
  @JCStressTest
  @Outcome(id = "0, 1, 0", expect = Expect.ACCEPTABLE, desc = "Full.")
  @Outcome(id = "1, 1, 2", expect = Expect.ACCEPTABLE, desc = "Both.")
  @Outcome(id = ".*, 2, .*", expect = Expect.FORBIDDEN, desc = "Overwritten.")
  @State
  public static class Mended {
    private final Queue queue = new Paired();

    @Actor
    public void producer(III_Result r) {
      r.r1 = queue.push(2) ? 1 : 0;
    }

    @Actor
    public void consumer(III_Result r) {
      r.r2 = queue.pop();
    }

    @Arbiter
    public void rest(III_Result r) {
      r.r3 = queue.pop();
    }
  }
}
