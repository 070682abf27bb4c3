package org.sabring.spec.oracle.steps;

import java.util.Objects;
import org.sabring.spec.law.Rule;
import org.sabring.spec.oracle.steps.Readiness.Verdict;

/** The search for who is to blame when no interleaving explains two logs. */
final class Stuck {

  private final Readiness readiness;
  private final boolean guessed;

  /**
   * @param guessed whether what is found may be the fault of a guess
   */
  Stuck(Readiness readiness, boolean guessed) {
    this.readiness = readiness;
    this.guessed = guessed;
  }

  /** Neither side can go on, and more lines would not help: no interleaving explains the two. */
  void check(SideState side) throws BrokenPromise, Misfit {
    if (isBlocked(side) && isBlocked(side.peer())) {
      blame(side);
    }
  }

  private boolean isBlocked(SideState own) throws BrokenPromise, Misfit {
    return own.head() != null && readiness.verdict(own) == Verdict.BLOCKED;
  }

  /**
   * At the end of a complete recording: a step that waits for what the other side never did.
   *
   * @throws BrokenPromise if there is one
   */
  void atEnd(SideState own) throws BrokenPromise, Misfit {
    if (isBlocked(own)) {
      blame(own);
    }
  }

  /** A load that has no meaning, now that the other side's log has been followed to its end. */
  void checkImpossible(SideState side) throws BrokenPromise, Misfit {
    if (isImpossible(side) || isImpossible(side.peer())) {
      blame(side);
    }
  }

  private static boolean isImpossible(SideState side) {
    RingAction head = side.head();
    return head != null
        && (head.kind() == RingAction.Kind.IMPOSSIBLE || Readiness.isUnstored(head, side.peer()));
  }

  /** Whether it is the other side's first step that is to blame. */
  private static boolean isOthers(SideState side) {
    RingAction own = side.head();
    RingAction other = side.peer().head();
    if (own == null || other == null) {
      return own == null;
    }
    boolean impossible = isImpossible(side.peer());
    return impossible == isImpossible(side)
        ? other.access().line() < own.access().line()
        : impossible;
  }

  /** Of the steps that wait for each other, names the earlier line. */
  private void blame(SideState side) throws BrokenPromise, Misfit {
    SideState blamed = isOthers(side) ? side.peer() : side;
    RingAction culprit = Objects.requireNonNull(blamed.head());
    if (culprit.trouble() != null) {
      culprit.trouble().raise();
    }
    if (Readiness.isUnstored(culprit, blamed.peer())) {
      throw broken(
          Rule.RB203,
          culprit,
          "nobody has stored that value",
          "a value that " + blamed.peer().side.letter() + " has stored");
    }
    boolean woke = culprit.kind() == RingAction.Kind.NOTIFY && culprit.access().value() > 0;
    if (woke) {
      throw new Misfit(culprit.access(), "nobody sleeps there in what was recorded");
    }
    if (guessed) {
      throw new Misfit(
          culprit.access(),
          "both sides woke for no reason at once, and who was first cannot be told");
    }
    throw accuse(culprit);
  }

  private static BrokenPromise accuse(RingAction action) {
    String later = "it is stored only after what follows here, or never";
    return switch (action.kind()) {
      case LOOK -> broken(Rule.RB203, action, later, "a value that has been stored");
      case SLEEP -> broken(Rule.RB302, action, later, "not-equal");
      case NOT_EQUAL ->
          broken(Rule.RB302, action, "the word had not changed", "to sleep until it is notified");
      case NOTIFY ->
          broken(Rule.RB301, action, "the other side sleeps there and is not woken", "to wake it");
      case WRITE_SLOT ->
          broken(Rule.RB202, action, "the slot is never freed", "to look again after a wait");
      case READ_SLOT ->
          broken(Rule.RB201, action, "the slot is never handed over", "to look again after a wait");
      default ->
          broken(Rule.RB203, action, "the other side later loads what was there before", "that");
    };
  }

  private static BrokenPromise broken(
      Rule rule, RingAction action, String consequence, String allowed) {
    return new BrokenPromise(rule, action.access(), consequence, allowed);
  }

  /** How many steps of a side could not be judged: all that are left, but for one that sleeps. */
  long unjudged(SideState own) throws BrokenPromise, Misfit {
    boolean sleeps = own.head() != null && readiness.verdict(own) == Verdict.ASLEEP;
    return (long) own.pending.size() - (sleeps ? 1 : 0);
  }
}
