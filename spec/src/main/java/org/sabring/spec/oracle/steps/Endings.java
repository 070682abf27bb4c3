package org.sabring.spec.oracle.steps;

import org.sabring.spec.law.Rule;

/** The judgement of how a recording ends: who sleeps, and over what. */
final class Endings {

  private final SideState producer;
  private final SideState consumer;
  private final SlotRules rules;

  Endings(SideState producer, SlotRules rules) {
    this.producer = producer;
    consumer = producer.peer();
    this.rules = rules;
  }

  /** A side that sleeps when the whole run has been recorded sleeps for ever. */
  void leftAsleep() throws BrokenPromise {
    leftAsleep(producer);
    leftAsleep(consumer);
    RingAction one = producer.head();
    RingAction two = consumer.head();
    if (one != null && two != null && one.isSleep() && two.isSleep()) {
      RingAction later = one.access().line() < two.access().line() ? two : one;
      throw new BrokenPromise(
          Rule.RB304, later.access(), "both sides sleep, for ever", "one side at least to go on");
    }
  }

  private void leftAsleep(SideState own) throws BrokenPromise {
    if (own.neverCameBack != null) {
      throw new BrokenPromise(
          Rule.RB301,
          own.neverCameBack.access(),
          "it was woken and never came back: " + rules.sleepsOver(own.neverCameBack),
          "to go on when it is woken");
    }
    RingAction sleeper = own.head();
    if (sleeper != null && sleeper.isSleep() && own.peer().version(sleeper.word()) > sleeper.at()) {
      throw new BrokenPromise(
          Rule.RB301,
          sleeper.access(),
          "the word has changed since, and nobody told it: " + rules.sleepsOver(sleeper),
          "to be woken");
    }
  }
}
