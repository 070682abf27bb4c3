package org.sabring.spec.oracle.steps;

import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Rule;
import org.sabring.spec.oracle.steps.RingAction.Counted;
import org.sabring.spec.oracle.steps.RingAction.Kind;
import org.sabring.spec.trace.TraceHeader;

/** The search's question: whether the next step of a side can be taken now. Changes nothing. */
final class Readiness {

  /** Whether a step can be taken now. */
  enum Verdict {
    READY,
    /** More of the other side's log is needed to tell. */
    OPEN,
    /** The other side must go on first. */
    BLOCKED,
    /** It sleeps, or is about to, and will be woken by the other side or for no reason. */
    ASLEEP
  }

  private final SlotRules rules;
  private final boolean sequentiallyConsistent;
  private final boolean complete;
  private final boolean fromMiddle;

  /**
   * @param header of the recording; under the profile {@code seed} a load returns the newest store
   */
  Readiness(SlotRules rules, TraceHeader header) {
    this.rules = rules;
    sequentiallyConsistent = header.profile() == Profile.SEED;
    complete = header.complete();
    fromMiddle = header.ring().fromMiddle();
  }

  boolean isSequentiallyConsistent() {
    return sequentiallyConsistent;
  }

  /** Whether more lines of the other side may show what becomes of a side's next step. */
  boolean looksAhead(SideState side) {
    RingAction head = side.head();
    return head != null
        && switch (head.kind()) {
          case NOTIFY, SLEEP -> true;
          case MOVE -> sequentiallyConsistent;
          default -> false;
        };
  }

  /** Whether the first pending step of a side can be taken. */
  Verdict verdict(SideState own) throws BrokenPromise, Misfit {
    SideState peer = own.peer();
    RingAction action = own.pending.getFirst();
    return switch (action.kind()) {
      case LOOK -> againstLook(action, peer);
      case NOT_EQUAL -> peer.version(action.word()) > action.at() ? Verdict.READY : Verdict.BLOCKED;
      case SLEEP -> own.asleep ? Verdict.ASLEEP : againstSleep(action, peer);
      case NOTIFY -> againstNotify(action, own);
      case MOVE -> sequentiallyConsistent ? againstMove(action, peer) : ready(action, own);
      case WRITE_SLOT, READ_SLOT -> ready(action, own);
      case UNSEEN_WAIT, FENCE, HANDSHAKE, NOTHING -> Verdict.READY;
      case IMPOSSIBLE -> Verdict.BLOCKED;
    };
  }

  /** Who goes by what a wait told it goes on when the other has come as far as it assumes. */
  private Verdict ready(RingAction action, SideState own) {
    long needs = own.isWoken() ? rules.needs(action, own) : Long.MIN_VALUE;
    return needs <= own.peer().position() ? Verdict.READY : Verdict.BLOCKED;
  }

  /** Whether a load is of a value that the other side has passed without storing it. */
  static boolean isUnstored(RingAction action, SideState peer) {
    return action.kind() == Kind.LOOK
        && action.word() == Counted.CURSOR
        && peer.version(Counted.CURSOR) >= action.at()
        && !peer.hasStored(Counted.CURSOR, action.at());
  }

  private Verdict againstLook(RingAction action, SideState peer) {
    long version = peer.version(action.word());
    boolean stale = sequentiallyConsistent && action.word() == Counted.CURSOR;
    if (action.word() != Counted.CURSOR && version < action.at() && peer.head() == null) {
      return !peer.ended ? Verdict.BLOCKED : complete ? Verdict.READY : Verdict.OPEN;
    }
    return version < action.at() || isUnstored(action, peer) || (stale && version > action.at())
        ? Verdict.BLOCKED
        : Verdict.READY;
  }

  private Verdict againstSleep(RingAction action, SideState peer) throws BrokenPromise {
    if (peer.version(action.word()) < action.at()) {
      return Verdict.BLOCKED;
    }
    if (!peer.hasStored(action.word(), action.at()) && action.word() == Counted.CURSOR) {
      throw new BrokenPromise(
          Rule.RB302, action.access(), "the word never held that value", "not-equal");
    }
    boolean changed =
        sequentiallyConsistent
            ? peer.version(action.word()) > action.at()
            : peer.notified(action.word()) > action.at();
    if (changed) {
      throw new BrokenPromise(
          Rule.RB302,
          action.access(),
          "the word had changed, and that had been notified: " + rules.sleepsOver(action),
          "not-equal, and to go on");
    }
    return action.isTimeout() ? Verdict.READY : Verdict.ASLEEP;
  }

  /**
   * A notification wakes who sleeps on its word: one at most, and nobody only if nobody sleeps.
   * Waits on an older value than the notified one must be over, or be what it ends.
   */
  private Verdict againstNotify(RingAction action, SideState own) throws BrokenPromise, Misfit {
    SideState peer = own.peer();
    int woken = wakes(action, own) ? Math.max(1, action.access().value()) : 0;
    if (woken > 1) {
      throw new Misfit(action.access(), "more than one thread sleeps there; a side has one thread");
    }
    boolean asleep = sleepsOn(action.word(), peer);
    if (woken == 1 && !asleep) {
      if (fromMiddle && !own.hasWokenUnseen && !canGoOn(peer)) {
        return Verdict.READY; // who slept when the recording began
      }
      if (complete && peer.ended && peer.head() == null) {
        throw new Misfit(action.access(), "nobody sleeps there in what was recorded");
      }
      return peer.head() != null ? Verdict.BLOCKED : peer.ended ? Verdict.READY : Verdict.OPEN;
    }
    int sleeps = asleep && woken == 1 ? 1 : 0; // the first is the one that it ends
    for (RingAction other : peer.binding) {
      boolean older = other.word() == action.word() && other.at() < own.version(action.word());
      if (older && other.isSleep() && sleeps-- == 0) {
        return passFirst(other, asleep && woken == 0);
      }
      if (other.word() == action.word() && !older) {
        return Verdict.READY;
      }
    }
    return peer.ended ? Verdict.READY : Verdict.OPEN;
  }

  /** Whether it wakes the other side: as it says, or else whoever sleeps on what it changed. */
  boolean wakes(RingAction action, SideState own) throws BrokenPromise, Misfit {
    int woken = action.access().value();
    return woken == TraceAccess.NOT_KNOWN
        ? sleepsOn(action.word(), own.peer())
            && own.peer().pending.getFirst().at() < own.version(action.word())
        : woken > 0;
  }

  private boolean canGoOn(SideState side) throws BrokenPromise, Misfit {
    RingAction head = side.head();
    if (head == null) {
      return !side.ended;
    }
    return head.kind() == Kind.NOTIFY ? !wakes(head, side) : verdict(side) != Verdict.BLOCKED;
  }

  boolean sleepsOn(Counted word, SideState side) throws BrokenPromise, Misfit {
    RingAction head = side.head();
    return head != null && head.isSleep() && head.word() == word && verdict(side) == Verdict.ASLEEP;
  }

  private Verdict passFirst(RingAction sleeper, boolean asleep) throws BrokenPromise {
    if (asleep && sleeper.isForever()) {
      throw new BrokenPromise(
          Rule.RB302,
          sleeper.access(),
          "the word has changed and was notified, and it sleeps on: " + rules.sleepsOver(sleeper),
          "not-equal, or to be woken by that notification");
    }
    return Verdict.BLOCKED;
  }

  /** Sequential consistency: a store waits until the other side has loaded what was there. */
  private Verdict againstMove(RingAction action, SideState peer) throws BrokenPromise, Misfit {
    if (sleepsOn(action.word(), peer)) {
      return Verdict.READY;
    }
    for (RingAction look : peer.binding) {
      if (look.word() == action.word() && look.kind() != Kind.NOT_EQUAL) {
        return look.at() >= action.at() ? Verdict.READY : Verdict.BLOCKED;
      }
    }
    return peer.ended ? Verdict.READY : Verdict.OPEN;
  }
}
