package org.sabring.spec.oracle;

import java.util.ArrayDeque;
import java.util.Deque;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;
import org.sabring.spec.trace.StepEvent;
import org.sabring.spec.trace.WaitResult;

/**
 * The search for an interleaving of the two logs in which every load of the peer's cursor, every
 * element and every notification is explained. There is no common clock; none is needed, because
 * each word has one writer: what a side has loaded tells how far the other had come.
 *
 * <p>A step is taken as soon as nothing speaks against it. Only a step that another side's earlier
 * answer depends on is held back: a publication, until the peer has done with the older cursor; and
 * a notification that woke nobody, until the peer no longer sleeps. So the steps taken never have
 * to be taken back, and what is kept is what has not yet matched.
 *
 * <p>The seed's accesses are sequentially consistent: a load returns the newest store. Those of the
 * other profiles are release and acquire: a load may return an older one, but a wait compares under
 * the lock of the waiter list, and so sees whatever has been notified before.
 */
final class Merge {

  /** What speaks against taking a step now. */
  private enum Verdict {
    NOTHING,
    /** More of the other side's log is needed to tell. */
    OPEN,
    /** The other side must go on first. */
    BLOCKED
  }

  private final PendingLog producer = new PendingLog();
  private final PendingLog consumer = new PendingLog();
  private final Deque<Integer> elements = new ArrayDeque<>(); // written and not yet read
  private final RecentSteps recent;
  private final boolean sequentiallyConsistent;
  private boolean ended;

  Merge(RecentSteps recent, boolean sequentiallyConsistent) {
    this.recent = recent;
    this.sequentiallyConsistent = sequentiallyConsistent;
  }

  /**
   * Takes another line, and all steps that it makes possible.
   *
   * @throws UnexplainedStep if no interleaving explains a line
   */
  void add(ExplainedStep step) throws UnexplainedStep {
    (step.event().side() == RingSide.PRODUCER ? producer : consumer).add(step);
    advance();
  }

  /**
   * Says that there are no more lines.
   *
   * @param complete whether the recording covers the whole run
   * @throws UnexplainedStep if no interleaving explains a line, or a side was left asleep
   */
  void end(boolean complete) throws UnexplainedStep {
    ended = true;
    advance();
    if (complete) {
      MergeBlame.leftAsleep(producer, consumer);
      MergeBlame.leftAsleep(consumer, producer);
    }
  }

  private void advance() throws UnexplainedStep {
    boolean goingOn = true;
    while (goingOn) {
      while (step(producer, consumer) || step(consumer, producer)) {
        // as far as possible
      }
      boolean stuck = isStuck(producer, consumer) && isStuck(consumer, producer);
      goingOn = stuck && (wakeSpuriously(producer, consumer) || wakeSpuriously(consumer, producer));
      if (stuck && !goingOn) {
        MergeBlame.blame(producer, consumer);
      }
    }
  }

  private boolean step(PendingLog own, PendingLog peer) throws UnexplainedStep {
    ExplainedStep step = own.pending.peekFirst();
    if (step == null || own.asleep != null || against(step, own, peer) != Verdict.NOTHING) {
      return false;
    }
    if (sleeps(step, peer)) {
      own.asleep = step;
      own.pendingLooks.removeFirst();
      return true;
    }
    take(step, own, peer);
    return true;
  }

  private void take(ExplainedStep step, PendingLog own, PendingLog peer) throws UnexplainedStep {
    own.pending.removeFirst();
    if (step.depends() && own.asleep == null) {
      own.pendingLooks.removeFirst();
    }
    own.asleep = null;
    if (step.isPublication()) {
      own.version = step.version();
    } else if (step.isNotify()) {
      own.pendingNotifies.removeFirst();
      own.notified = own.version;
    } else if (step.storesSlot()) {
      elements.addLast(step.event().value());
    } else if (step.loadsSlot()) {
      readElement(step.event());
    }
    recent.took(step);
    if (step.isNotify() && step.event().value() > 0 && peer.asleep != null) {
      take(peer.asleep, peer, own);
    }
  }

  private Verdict against(ExplainedStep step, PendingLog own, PendingLog peer) {
    if (step.isPublication() && sequentiallyConsistent) {
      ExplainedStep look = peer.firstThatBinds();
      if (look == null) {
        return ended ? Verdict.NOTHING : Verdict.OPEN;
      }
      return look.version() >= step.version() ? Verdict.NOTHING : Verdict.BLOCKED;
    }
    if (step.isNotify()) {
      return againstNotify(step, own, peer);
    }
    if (step.loadsSlot()) {
      return elements.isEmpty() ? Verdict.BLOCKED : Verdict.NOTHING;
    }
    if (!step.depends()) {
      return Verdict.NOTHING;
    }
    boolean stale = peer.version > step.atMost();
    boolean mayBeStale =
        !sequentiallyConsistent && (!step.isEqualWait() || peer.notified <= step.version());
    if (peer.version < step.atLeast() || (stale && !mayBeStale)) {
      return Verdict.BLOCKED;
    }
    return step.isEqualWait() && step.event().result() != WaitResult.TIMED_OUT
        ? againstSleep(peer)
        : Verdict.NOTHING;
  }

  /**
   * It falls asleep just before the notification that wakes it, not before one that wakes nobody.
   */
  private Verdict againstSleep(PendingLog peer) {
    ExplainedStep notify = peer.pendingNotifies.peekFirst();
    if (notify == null) {
      return ended ? Verdict.NOTHING : Verdict.OPEN;
    }
    return notify.event().value() > 0 ? Verdict.NOTHING : Verdict.BLOCKED;
  }

  private Verdict againstNotify(ExplainedStep step, PendingLog own, PendingLog peer) {
    if (step.event().value() > 0) {
      boolean one = step.event().value() == 1 && peer.asleep != null;
      return one ? Verdict.NOTHING : Verdict.BLOCKED;
    }
    if (peer.asleep != null) {
      return Verdict.BLOCKED;
    }
    if (sequentiallyConsistent) {
      return Verdict.NOTHING;
    }
    for (ExplainedStep look : peer.pendingLooks) {
      if (look.isEqualWait() && look.version() < own.version) {
        return Verdict.BLOCKED;
      }
      if (look.isLook() && look.version() >= own.version) {
        return Verdict.NOTHING;
      }
    }
    return ended ? Verdict.NOTHING : Verdict.OPEN;
  }

  /** A wait that says "ok" without a notification to explain it woke spuriously, so at once. */
  private static boolean sleeps(ExplainedStep step, PendingLog peer) {
    WaitResult result = step.event().result();
    return step.isEqualWait()
        && (result == null || (result == WaitResult.OK && !peer.pendingNotifies.isEmpty()));
  }

  /** The element must be the oldest one that was written. */
  private void readElement(StepEvent event) throws UnexplainedStep {
    int oldest = elements.removeFirst();
    if (oldest != event.value()) {
      Rule rule = elements.contains(event.value()) ? Rule.RB101 : Rule.RB103;
      throw new UnexplainedStep(
          rule, event, "CReadSlot (load data[" + event.index() + "] " + oldest + ")");
    }
  }

  private boolean isStuck(PendingLog own, PendingLog peer) {
    ExplainedStep step = own.pending.peekFirst();
    if (step == null) {
      return ended;
    }
    return own.asleep != null
        ? ended || !peer.pending.isEmpty()
        : against(step, own, peer) == Verdict.BLOCKED;
  }

  /** When nothing else can go on, a sleeper, or one about to sleep, woke for no reason. */
  private boolean wakeSpuriously(PendingLog own, PendingLog peer) throws UnexplainedStep {
    ExplainedStep step = own.pending.peekFirst();
    if (step == null || !step.isEqualWait() || step.event().result() != WaitResult.OK) {
      return false;
    }
    boolean canCompare =
        own.asleep != null
            || (peer.version >= step.version()
                && (sequentiallyConsistent ? peer.version : peer.notified) <= step.version());
    if (canCompare) {
      take(step, own, peer);
    }
    return canCompare;
  }
}
