package org.sabring.properties.trial;

import static org.sabring.spec.Rule.RB401;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.SharedInts;
import org.sabring.properties.sample.Plan;
import org.sabring.properties.sample.Turn;

/**
 * One side of a ring on a thread of its own, and what the watcher may see of it. Only the thread
 * writes the fields.
 */
abstract class Worker {

  final Plan plan;
  final Subject subject;
  private final Thread thread;

  /** Calls that have come back. */
  private volatile long calls;

  /** Inside a call that may block for ever. */
  private volatile boolean blocking;

  private volatile boolean done;

  /** What ended the work early. */
  private volatile @Nullable Throwable failure;

  Worker(String name, Plan plan, Subject subject) {
    this.plan = plan;
    this.subject = subject;
    thread = new Thread(this::run, "sabring-" + name);
    thread.setDaemon(true);
  }

  /** The word this side waits on. */
  abstract int waitsOn();

  /** The word this side counts its waits in. */
  abstract int waitCounter();

  /** Makes one call. False when there is nothing more to do. */
  abstract boolean call(Turn turn) throws InterruptedException;

  /** The turns of the plan. */
  abstract List<Turn> turns();

  @SuppressWarnings("NonAtomicVolatileUpdate") // by its sole writer
  private void cameBack() {
    blocking = false;
    calls++;
  }

  private void run() {
    try {
      boolean goesOn = true;
      while (goesOn) {
        goesOn = once();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // by the watcher, which knows why
    } catch (Throwable e) {
      failure = e;
    } finally {
      done = true;
    }
  }

  private boolean once() throws InterruptedException {
    for (Turn turn : turns()) {
      int times = turn.how() == Turn.How.DRAIN ? 1 : turn.times();
      for (int i = 0; i < times; i++) {
        blocking = turn.how() == Turn.How.WAIT;
        boolean goesOn = call(turn);
        cameBack();
        if (!goesOn) {
          return false;
        }
      }
    }
    return !Thread.currentThread().isInterrupted();
  }

  /** The call under way may block for ever. */
  final void mayBlock() {
    blocking = true;
  }

  /** Lets the other side go on: it may be on the same processor. */
  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on whether it yields
  static void pause() {
    Thread.yield();
  }

  /**
   * RB401, between two calls of this side. The own counter is exact. The other's may be old, but
   * not older than what this side has acquired through the cursor, and not newer than what the
   * other has acquired from this side; both bounds follow from that on any memory that has release
   * and acquire. A third thread would have no such bounds: the counters are opaque.
   */
  final void checkDifference() {
    SharedInts words = subject.words();
    int produced = words.getOpaque(subject.layout().produced());
    int consumed = words.getOpaque(subject.layout().consumed());
    int ahead = produced - consumed;
    Violation.check(
        ahead >= 0 && ahead <= subject.layout().capacity(),
        "PRODUCED=%d is %d ahead of CONSUMED=%d, expected 0..%d on %s"
            .formatted(produced, ahead, consumed, subject.layout().capacity(), thread.getName()),
        RB401);
  }

  final void start() {
    thread.start();
  }

  final long calls() {
    return calls;
  }

  final boolean isDone() {
    return done;
  }

  final @Nullable Throwable failure() {
    return failure;
  }

  final Thread thread() {
    return thread;
  }

  /** The wait without end that this side is in now; null if in none. */
  final @Nullable Sleep sleep() {
    SharedInts words = subject.words();
    Sleep before = new Sleep(calls, words.getVolatile(waitCounter()));
    boolean asleep = blocking && words.waiters(waitsOn()) > 0;
    Sleep after = new Sleep(calls, words.getVolatile(waitCounter()));
    return asleep && before.equals(after) ? after : null;
  }

  /** One wait: each has another count. Seen twice, it has lasted from the one to the other. */
  record Sleep(long calls, int waits) {}
}
