package org.sabring.properties.trial;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.ring.CursorRing;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.law.Rule;

/**
 * One side of a ring on a thread of its own, recorded. Other threads may ask for the thread and
 * whether it sleeps; for the record, once the thread has ended.
 */
final class RecordedSide {

  private final List<RingCall> calls;
  private final RealRing ring;
  private final CallLog log;
  private final Thread thread;

  /** The call that has not come back; the thread is asleep in it, if at all. */
  private volatile @Nullable RingCall pending;

  private volatile int returned;
  private volatile @Nullable Throwable failure;

  /** Whoever ends the run interrupts the thread, and its last call has then not come back. */
  private volatile boolean over;

  /** The first difference of the counters between two calls that cannot be. */
  private @Nullable Violation difference;

  /**
   * A side.
   *
   * @param attached the ring as this side sees it
   */
  RecordedSide(
      String name, List<RingCall> calls, RealRing ring, CursorRing attached, AtomicLong clock) {
    this.calls = calls;
    this.ring = ring;
    log = new CallLog(attached, clock);
    thread = new Thread(this::run, "sabring-" + name);
    thread.setDaemon(true);
  }

  Thread thread() {
    return thread;
  }

  /** Whether it may be in a wait that no time ends. */
  boolean mayBlock() {
    RingCall call = pending;
    return call != null && call.kind().mayBlock();
  }

  /** Ends a call that waits for ever. */
  void end() {
    over = true;
    thread.interrupt();
  }

  @Nullable Throwable failure() {
    return failure;
  }

  @Nullable Violation difference() {
    return difference;
  }

  /** What happened, in order; a call that never came back is the last. */
  List<HistoryEvent> events() {
    return log.events();
  }

  /** How many calls have come back. */
  int calls() {
    return returned;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // by its sole writer
  private void back() {
    returned++;
  }

  private void run() {
    try {
      for (RingCall call : calls) {
        pending = call;
        if (!make(call)) {
          return;
        }
        pending = null;
        back();
        lookAtCounters();
      }
    } catch (Throwable e) {
      failure = e;
    }
  }

  /** False if it was ended, rather than came back. */
  private boolean make(RingCall call) {
    try {
      log.make(call);
      return true;
    } catch (InterruptedException e) {
      if (over) {
        log.pending(call);
      } else {
        log.interrupted(call);
      }
      return !over;
    }
  }

  /**
   * RB401, between two calls of this side. The own counter is exact. The other's may be old, but
   * not older than what this side has acquired through the cursor, and not newer than what the
   * other has acquired from this side; both bounds follow from that on any memory that has release
   * and acquire. A third thread would have no such bounds: the counters are opaque.
   */
  private void lookAtCounters() {
    int produced = ring.words().getOpaque(ring.layout().produced());
    int consumed = ring.words().getOpaque(ring.layout().consumed());
    int ahead = produced - consumed;
    int capacity = ring.layout().capacity();
    if (difference == null && (ahead < 0 || ahead > capacity)) {
      difference =
          new Violation(
              "PRODUCED=%d is %d ahead of CONSUMED=%d, expected 0..%d on %s"
                  .formatted(produced, ahead, consumed, capacity, thread.getName()),
              Rule.RB401);
    }
  }
}
