package org.sabring.spec.oracle.steps;

import java.util.Objects;
import org.sabring.spec.law.Rule;
import org.sabring.spec.oracle.steps.RingJudge.Verdict;

/** The search for who is to blame when no interleaving explains two logs. */
final class Stuck {

  private Stuck() {}

  /** Neither side can go on, and more lines would not help: no interleaving explains the two. */
  static void check(RingJudge judge, SideState side) throws BrokenPromise, Misfit {
    if (isBlocked(judge, side) && isBlocked(judge, side.peer())) {
      blame(judge, side);
    }
  }

  private static boolean isBlocked(RingJudge judge, SideState own) throws BrokenPromise, Misfit {
    return own.head() != null && judge.verdict(own) == Verdict.BLOCKED;
  }

  /**
   * At the end of a complete recording: a step that waits for what the other side never did.
   *
   * @throws BrokenPromise if there is one
   */
  static void atEnd(RingJudge judge, SideState own) throws BrokenPromise, Misfit {
    if (isBlocked(judge, own)) {
      blame(judge, own);
    }
  }

  /** A load that has no meaning, now that the other side's log has been followed to its end. */
  static void checkImpossible(RingJudge judge, SideState side) throws BrokenPromise, Misfit {
    if (isImpossible(side) || isImpossible(side.peer())) {
      blame(judge, side);
    }
  }

  private static boolean isImpossible(SideState side) {
    Action head = side.head();
    return head != null
        && (head.kind() == Action.Kind.IMPOSSIBLE || RingJudge.isUnstored(head, side.peer()));
  }

  /** Whether it is the other side's first step that is to blame. */
  private static boolean isOthers(SideState side) {
    Action own = side.head();
    Action other = side.peer().head();
    if (own == null || other == null) {
      return own == null;
    }
    boolean impossible = isImpossible(side.peer());
    return impossible == isImpossible(side)
        ? other.access().line() < own.access().line()
        : impossible;
  }

  /** Of the steps that wait for each other, names the earlier line. */
  private static void blame(RingJudge judge, SideState side) throws BrokenPromise, Misfit {
    SideState blamed = isOthers(side) ? side.peer() : side;
    Action culprit = Objects.requireNonNull(blamed.head());
    if (culprit.trouble() != null) {
      culprit.trouble().raise();
    }
    if (RingJudge.isUnstored(culprit, blamed.peer())) {
      throw broken(
          Rule.RB203,
          culprit,
          "nobody has stored that value",
          "a value that " + blamed.peer().side.letter() + " has stored");
    }
    boolean woke = culprit.kind() == Action.Kind.NOTIFY && culprit.access().value() > 0;
    if (woke) {
      throw new Misfit(culprit.access(), "nobody sleeps there in what was recorded");
    }
    if (judge.guessed()) {
      throw new Misfit(
          culprit.access(),
          "both sides woke for no reason at once, and who was first cannot be told");
    }
    throw accuse(culprit);
  }

  private static BrokenPromise accuse(Action action) {
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
      Rule rule, Action action, String consequence, String allowed) {
    return new BrokenPromise(rule, action.access(), consequence, allowed);
  }

  /** How many steps of a side could not be judged: all that are left, but for one that sleeps. */
  static long unjudged(RingJudge judge, SideState own) throws BrokenPromise, Misfit {
    boolean sleeps = own.head() != null && judge.verdict(own) == Verdict.ASLEEP;
    return (long) own.pending.size() - (sleeps ? 1 : 0);
  }
}
