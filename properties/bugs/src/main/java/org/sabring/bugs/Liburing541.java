package org.sabring.bugs;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * liburing #541: the kernel's poller sleeps on a submission.
 *
 * <p>The application moves the tail of the submission queue, and then reads whether the poller has
 * to be woken. The poller says that it has to be woken, and then reads the tail for the last time.
 * Neither has a full barrier between its store and its load, so both may read what was before.
 *
 * @see <a href="https://github.com/axboe/liburing/issues/541">the report</a>
 */
public final class Liburing541 {

  private Liburing541() {}

  /** The tail of the queue and the flag of the poller. */
  abstract static class Submissions {
    final AtomicInteger tail = new AtomicInteger();
    final AtomicInteger needWakeup = new AtomicInteger();

    abstract void barrier();

    /** Whether the poller is to be woken. */
    boolean submit() {
      tail.setRelease(1);
      barrier();
      return needWakeup.getOpaque() != 0;
    }

    /** Whether the poller goes to sleep. */
    boolean retire() {
      needWakeup.setOpaque(1);
      barrier();
      if (tail.getAcquire() == 0) {
        return true;
      }
      needWakeup.setOpaque(0);
      return false;
    }
  }

  /** Nothing in between. */
  static final class Without extends Submissions {
    @Override
    void barrier() {}
  }

  /** A full barrier in between. */
  static final class With extends Submissions {
    @Override
    void barrier() {
      VarHandle.fullFence();
    }
  }

  /** As it was. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "Seen by the poller.")
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "Seen by both.")
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Asleep, and woken.")
  @Outcome(id = "0, 1", expect = Expect.FORBIDDEN, desc = "Asleep, and not woken.")
  @State
  public static class Buggy {
    private final Submissions submissions = new Without();

    @Actor
    public void application(II_Result r) {
      r.r1 = submissions.submit() ? 1 : 0;
    }

    @Actor
    public void poller(II_Result r) {
      r.r2 = submissions.retire() ? 1 : 0;
    }
  }

  /** As it should be. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "Seen by the poller.")
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "Seen by both.")
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Asleep, and woken.")
  @Outcome(id = "0, 1", expect = Expect.FORBIDDEN, desc = "Asleep, and not woken.")
  @State
  public static class Mended {
    private final Submissions submissions = new With();

    @Actor
    public void application(II_Result r) {
      r.r1 = submissions.submit() ? 1 : 0;
    }

    @Actor
    public void poller(II_Result r) {
      r.r2 = submissions.retire() ? 1 : 0;
    }
  }
}
