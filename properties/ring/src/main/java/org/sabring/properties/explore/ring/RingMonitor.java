package org.sabring.properties.explore.ring;

import static org.sabring.properties.explore.ring.RingProgram.CONSUMER;
import static org.sabring.properties.explore.ring.RingProgram.PRODUCER;
import static org.sabring.spec.law.Rule.RB201;
import static org.sabring.spec.law.Rule.RB202;
import static org.sabring.spec.law.Rule.RB204;
import static org.sabring.spec.law.Rule.RB301;
import static org.sabring.spec.law.Rule.RB304;
import static org.sabring.spec.law.Rule.RB402;
import static org.sabring.spec.law.Rule.RB501;
import static org.sabring.spec.law.Rule.RB503;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Rest;
import org.sabring.explore.Step;
import org.sabring.explore.memory.DataRace;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.runtime.Access;
import org.sabring.spec.law.Rule;

/**
 * Holds the ring to its rules, at every step and at the end.
 *
 * @param history what callers see
 * @param words what the memory sees
 * @param inside whether the sides are watched there, or only what comes of it
 * @param off the rules that are not to be noticed
 */
record RingMonitor(RingHistory history, RingWords words, boolean inside, Set<Rule> off)
    implements Monitor {

  /** What the ring says of a word that is no cursor of its layout. */
  private static final String NO_CURSOR = "expected bit 31 clear and bits 0..29";

  @Override
  public Monitor called(int side, Operation<?> operation) {
    RingHistory next = history.copy();
    next.called((RingCall) operation.call());
    return new RingMonitor(next, words, inside, off);
  }

  @Override
  public Monitor stepped(Step step, Memory after) {
    words.checkCounters(after);
    Access access = step.access();
    if (!inside || access == null) {
      return this;
    }
    RingWords next = words.copy();
    next.accessed(step.side(), access, (int) step.answer());
    return next.equals(words) ? this : new RingMonitor(history, next, true, off);
  }

  @Override
  public Monitor returned(int side, Operation<?> operation, Object answer) {
    boolean noCursor = answer.toString().contains(NO_CURSOR);
    if (noCursor && !off.contains(RB204)) {
      throw new PropertyViolation(operation.call() + " " + answer, RB204);
    }
    Monitor.super.returned(side, operation, answer);
    RingHistory past = history.copy();
    past.returned((RingCall) operation.call(), answer);
    RingWords next = words.copy();
    next.returned(side);
    return new RingMonitor(past, next, inside, off);
  }

  @Override
  public void raced(DataRace race, String location) {
    Rule rule = words.isHandedOver(race.location(), race.side()) ? RB201 : RB202;
    if (!off.contains(rule)) {
      throw new PropertyViolation(
          "a data race: nothing orders this access after an earlier one", rule);
    }
  }

  @Override
  public void rested(Rest rest) {
    boolean full = history.size() == words.layout().capacity() - 1;
    boolean empty = history.size() == 0;
    boolean deadSide = rest.isDead(PRODUCER) || rest.isDead(CONSUMER);
    if (deadSide) {
      return;
    }
    List<Rule> rules = new ArrayList<>();
    if (rest.isAsleep(PRODUCER) && rest.isAsleep(CONSUMER)) {
      rules.add(RB304);
    }
    if (rest.isAsleep(PRODUCER) && (!full || history.isCancelled())) {
      rules.add(history.isCancelled() ? RB503 : RB301);
    }
    if (rest.isAsleep(CONSUMER) && (!empty || history.isClosed())) {
      rules.add(history.isClosed() ? RB501 : RB301);
    }
    rules.removeAll(off);
    if (!rules.isEmpty()) {
      throw new PropertyViolation("sleeps for ever, with something to wake for", rules);
    }
    counters(rest.memory());
  }

  private void counters(Memory memory) {
    int produced = words.grown(words.layout().produced(), memory);
    int consumed = words.grown(words.layout().consumed(), memory);
    boolean wrong = produced != history.puts() || consumed != history.takes();
    if (wrong && !off.contains(RB402)) {
      throw new PropertyViolation(
          "PRODUCED has grown by %d and CONSUMED by %d, expected %d and %d"
              .formatted(produced, consumed, history.puts(), history.takes()),
          RB402);
    }
  }
}
