package org.sabring.bugs;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * crossbeam #97: ready, and nothing there.
 *
 * <p>Who pops from an empty queue leaves a signal in it, and parks until that is ready. Who pushes
 * puts the element into the signal, says with a relaxed store that it is ready, and unparks.
 * Parking may end for no reason, so it orders nothing: who reads relaxed that it is ready may not
 * see the element.
 *
 * <p>The queue is one cell here, which holds an element, a signal or nothing. Parking has a time,
 * since in Java, other than in Rust, an unpark keeps no order with a release store before it:
 * without one, sabring says even of the mended queue that it may sleep for ever.
 *
 * @see <a href="https://github.com/crossbeam-rs/crossbeam/issues/97">the report</a>
 */
public final class Crossbeam97 {

  private Crossbeam97() {}

  /** Who waits for an element. */
  static final class Signal {
    final Thread thread = Thread.currentThread();
    final AtomicBoolean ready = new AtomicBoolean();
    int element;
  }

  /** One cell. */
  abstract static class Queue {
    final AtomicReference<Object> cell = new AtomicReference<>();

    void push(int element) {
      if (!cell.compareAndSet(null, element)) {
        Signal signal = (Signal) cell.getAndSet(null);
        signal.element = element;
        makeReady(signal);
        LockSupport.unpark(signal.thread);
      }
    }

    int pop() {
      Signal signal = new Signal();
      if (!cell.compareAndSet(null, signal)) {
        return (Integer) cell.getAndSet(null);
      }
      while (!isReady(signal)) {
        LockSupport.parkNanos(this, 1_000);
      }
      return signal.element;
    }

    abstract void makeReady(Signal signal);

    abstract boolean isReady(Signal signal);
  }

  /** A flag without order. */
  static final class Relaxed extends Queue {
    @Override
    void makeReady(Signal signal) {
      signal.ready.setOpaque(true);
    }

    @Override
    boolean isReady(Signal signal) {
      return signal.ready.getOpaque();
    }
  }

  /** A flag that hands over what was before it. */
  static final class Ordered extends Queue {
    @Override
    void makeReady(Signal signal) {
      signal.ready.setRelease(true);
    }

    @Override
    boolean isReady(Signal signal) {
      return signal.ready.getAcquire();
    }
  }

  /** As it was. */
  @JCStressTest
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "The element.")
  @Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "Ready, and nothing there.")
  @State
  public static class Buggy {
    private final Queue queue = new Relaxed();

    @Actor
    public void producer() {
      queue.push(1);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = queue.pop();
    }
  }

  /** As it should be. */
  @JCStressTest
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "The element.")
  @Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "Ready, and nothing there.")
  @State
  public static class Mended {
    private final Queue queue = new Ordered();

    @Actor
    public void producer() {
      queue.push(1);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = queue.pop();
    }
  }
}
