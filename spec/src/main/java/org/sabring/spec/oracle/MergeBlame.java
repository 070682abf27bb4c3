package org.sabring.spec.oracle;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Rule;

/** The choice of the rule that is broken by two logs which no interleaving explains. */
final class MergeBlame {

  private MergeBlame() {}

  /** A side that sleeps when the recording has ended must have nothing to wake for. */
  static void leftAsleep(PendingLog own, PendingLog peer) throws UnexplainedStep {
    ExplainedStep sleeper = own.asleep != null ? own.asleep : own.pending.peekFirst();
    if (sleeper != null && peer.version > sleeper.version()) {
      throw new UnexplainedStep(
          Rule.RB301,
          sleeper.event(),
          "to be woken: the word has changed since, and nobody told it");
    }
    if (sleeper != null && peer.asleep != null) {
      throw new UnexplainedStep(
          Rule.RB304, sleeper.event(), "one side at least to go on: both sleep");
    }
  }

  /** Neither side can go on: of the two steps that wait for each other, names the earlier line. */
  static void blame(PendingLog producer, PendingLog consumer) throws UnexplainedStep {
    UnexplainedStep p = accuse(producer, consumer);
    UnexplainedStep c = accuse(consumer, producer);
    if (p != null && (c == null || p.event.line() < c.event.line())) {
      throw p;
    }
    if (c != null) {
      throw c;
    }
  }

  private static @Nullable UnexplainedStep accuse(PendingLog own, PendingLog peer) {
    ExplainedStep step = own.pending.peekFirst();
    if (step == null || own.asleep != null) {
      return null;
    }
    if (step.isPublication()) {
      ExplainedStep look = Objects.requireNonNull(peer.firstThatBinds());
      return new UnexplainedStep(Rule.RB203, look.event(), "the newest value that was stored");
    }
    if (step.isNotify()) {
      boolean woke = step.event().value() > 0;
      return woke
          ? new UnexplainedStep(Rule.RB303, step.event(), "to wake nobody: nobody waits there")
          : new UnexplainedStep(Rule.RB301, step.event(), "to wake who sleeps there");
    }
    String allowed =
        peer.version < step.atLeast()
            ? "a value that has been stored: this one comes only later, or never"
            : "the newest value that was stored";
    return new UnexplainedStep(step.isWait() ? Rule.RB302 : Rule.RB203, step.event(), allowed);
  }
}
