package org.sabring.spec.oracle.steps;

import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;

/** The exception for a promise that a recording shows broken: what comes of it, and where. */
@SuppressWarnings("serial") // never leaves the oracle
public final class BrokenPromise extends Exception {

  /**
   * What would make the recording the culprit and not the ring: it never shows what the promise is
   * about, in all of its lines.
   */
  public enum Unless {
    /** Nothing: the promise is broken. */
    NOTHING,
    /** The producer's accesses to the slots were not recorded. */
    NO_PRODUCER_DATA,
    /** The consumer's accesses to the slots were not recorded. */
    NO_CONSUMER_DATA,
    /** The ring has no counters. */
    NO_COUNTERS,
    /** The ring never notifies. */
    NO_NOTIFICATIONS
  }

  private final Rule rule;
  private final TraceAccess access;
  private final String consequence;
  private final String allowed;
  private final Unless unless;

  /**
   * @param consequence what comes of it, in the user's terms
   * @param allowed what would have been allowed, in words
   */
  BrokenPromise(Rule rule, TraceAccess access, String consequence, String allowed) {
    this(rule, access, consequence, allowed, Unless.NOTHING);
  }

  BrokenPromise(Rule rule, TraceAccess access, String consequence, String allowed, Unless unless) {
    super(rule + ": " + access.text(), null, false, false);
    this.rule = rule;
    this.access = access;
    this.consequence = consequence;
    this.allowed = allowed;
    this.unless = unless;
  }

  /** That slots were handed over without a recorded access to them. */
  static Unless unlessUnseen(RingSide side) {
    return side == RingSide.PRODUCER ? Unless.NO_PRODUCER_DATA : Unless.NO_CONSUMER_DATA;
  }

  public Rule rule() {
    return rule;
  }

  /** The line that breaks it. */
  public TraceAccess access() {
    return access;
  }

  /** What happened and what comes of it. */
  public String found() {
    return access.text() + (consequence.isEmpty() ? "" : ": " + consequence);
  }

  public String allowed() {
    return allowed;
  }

  public Unless unless() {
    return unless;
  }

  /** The thread, for messages. */
  @Nullable RingSide side() {
    return access.thread().side();
  }
}
