package org.sabring.spec.oracle.steps;

import org.sabring.spec.oracle.steps.Readiness.Verdict;
import org.sabring.spec.oracle.steps.RingAction.Kind;

/**
 * Wake-ups for no reason. When neither side can go on otherwise, one that sleeps, and later came
 * back, was not woken by the other.
 */
final class SpuriousWakeups {

  private enum Wakes {
    THE_OTHER,
    NOBODY,
    NOT_KNOWN
  }

  private final Readiness readiness;
  private boolean guessed;

  SpuriousWakeups(Readiness readiness) {
    this.readiness = readiness;
  }

  /** Whether a side sleeps, and must have woken for no reason before the other can go on. */
  boolean wakes(SideState own) throws BrokenPromise, Misfit {
    RingAction action = own.head();
    if (action == null
        || !action.isSleep()
        || action.isForever()
        || readiness.verdict(own) != Verdict.ASLEEP) {
      return false;
    }
    RingAction other = own.peer().head();
    return other == null ? own.peer().ended : mustWake(own, other);
  }

  /** Whether the other side cannot go on while this one sleeps. */
  private boolean mustWake(SideState own, RingAction other) throws BrokenPromise, Misfit {
    Verdict others = readiness.verdict(own.peer());
    boolean both = others == Verdict.ASLEEP && !other.isForever();
    return both
        ? wakesFirst(whom(own), whom(own.peer()))
        : others == Verdict.BLOCKED || others == Verdict.ASLEEP;
  }

  /** Both sleep, and both came back: who goes on to wake the other woke for no reason. */
  private boolean wakesFirst(Wakes own, Wakes peer) {
    if (own == Wakes.NOT_KNOWN || peer == Wakes.NOT_KNOWN) {
      return false;
    }
    guessed |= own == Wakes.THE_OTHER && peer == Wakes.THE_OTHER;
    return own == Wakes.THE_OTHER || peer == Wakes.NOBODY;
  }

  /** Whom a side would wake if it went on before the other does. */
  private static Wakes whom(SideState own) {
    for (RingAction action : own.pending) {
      boolean looks = action.kind() == Kind.LOOK || action.kind() == Kind.NOT_EQUAL;
      if (looks && action.at() > own.peer().version(action.word())) {
        return Wakes.NOBODY;
      }
      if (action.kind() == Kind.NOTIFY && action.access().value() > 0) {
        return Wakes.THE_OTHER;
      }
    }
    return own.ended ? Wakes.NOBODY : Wakes.NOT_KNOWN;
  }

  /**
   * Whether both sides slept at once and came back, and it had to be guessed who woke for no
   * reason: what is found afterwards may be the guess's fault.
   */
  boolean guessed() {
    return guessed;
  }
}
