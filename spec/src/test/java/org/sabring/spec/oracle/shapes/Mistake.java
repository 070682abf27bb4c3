package org.sabring.spec.oracle.shapes;

import java.util.EnumSet;
import java.util.Set;
import org.sabring.spec.law.Rule;

/** A mistake that can be planted into a ring, with the rules that name what comes of it. */
enum Mistake {
  PUBLISHES_BEFORE_WRITE("publishes before it writes", Rule.RB201, Rule.RB202, Rule.RB204),
  SKIPS_WRITE("publishes a slot that it did not write", Rule.RB201, Rule.RB204),
  // What was stored over may be seen as lost, and wrapped cursors that meet look like a ring in
  // which nothing happened.
  NO_FULL_CHECK(
      "does not look whether it is full",
      Rule.RB103,
      Rule.RB104,
      Rule.RB202,
      Rule.RB204,
      Rule.RB302),
  ONE_TOO_MANY(
      "stores one more than the ring holds",
      Rule.RB103,
      Rule.RB104,
      Rule.RB202,
      Rule.RB204,
      Rule.RB302),
  WRITES_WRONG_SLOT(
      "writes the slot behind", Rule.RB101, Rule.RB103, Rule.RB201, Rule.RB202, Rule.RB204),
  PRODUCER_JUMPS("publishes one slot too many", Rule.RB103, Rule.RB104, Rule.RB201, Rule.RB204),
  PRODUCER_STEPS_BACK("takes back what it published", Rule.RB104, Rule.RB203, Rule.RB204),
  CLOSES_EARLY("closes before the last element is published", Rule.RB502),
  FREES_BEFORE_READ("frees before it reads", Rule.RB202, Rule.RB204, Rule.RB201),
  NO_EMPTY_CHECK(
      "does not look whether it is empty", Rule.RB201, Rule.RB204, Rule.RB301, Rule.RB302),
  SKIPS_READ("frees a slot that it did not read", Rule.RB202, Rule.RB204),
  READS_WRONG_SLOT("reads the slot behind", Rule.RB201, Rule.RB202, Rule.RB204),
  READS_AFTER_FREE("reads again what it has freed", Rule.RB201),
  CONSUMER_STEPS_BACK("takes a second time what it freed", Rule.RB201, Rule.RB202, Rule.RB204),
  CONSUMER_JUMPS("frees one slot too many", Rule.RB204, Rule.RB202),
  DRAINS_FROM_PRODUCER("the producer moves READ to make room", Rule.RB103, Rule.RB201, Rule.RB203),
  CLEARS_FROM_CONSUMER("the consumer moves WRITE back", Rule.RB203),
  TAKES_AFTER_CANCEL("takes after it cancelled", Rule.RB502),
  NO_NOTIFICATION("does not notify", Rule.RB301, Rule.RB304),
  NOTIFIES_EARLY("notifies before it moves the cursor", Rule.RB301, Rule.RB302, Rule.RB304),
  WAITS_ON_NEWEST("waits for a change of what it loads anew", Rule.RB301, Rule.RB302, Rule.RB304),
  ASKS_TOO_EARLY("asks for sleepers before it publishes", Rule.RB301, Rule.RB304),
  STORES_PLAIN("publishes without release", Rule.RB201, Rule.RB202, Rule.RB101, Rule.RB103),
  LOADS_RELAXED("loads without acquire", Rule.RB201, Rule.RB202, Rule.RB101, Rule.RB103);

  final String text;

  @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
  final Set<Rule> rules;

  Mistake(String text, Rule rule, Rule... more) {
    this.text = text;
    rules = EnumSet.of(rule, more);
  }

  /** Whether a ring of this shape can be spoilt so. */
  boolean fits(Shape shape) {
    boolean waits = shape.has(Trait.WAITS) || shape.has(Trait.WAITS_ON_COUNTER);
    return switch (this) {
      case SKIPS_READ, READS_WRONG_SLOT ->
          !shape.has(Trait.PEEKS); // what it peeked at, it has read
      case SKIPS_WRITE -> !shape.has(Trait.WRITES_FIRST);
      case CLOSES_EARLY -> shape.has(Trait.CLOSES);
      case TAKES_AFTER_CANCEL -> shape.has(Trait.CANCELS);
      case NO_NOTIFICATION, NOTIFIES_EARLY, WAITS_ON_NEWEST -> waits && !shape.has(Trait.TIMED);
      case ASKS_TOO_EARLY ->
          waits
              && (shape.has(Trait.ASKS_FLAG) || shape.has(Trait.ASKS_WAITS))
              && !shape.has(Trait.TIMED);
      case STORES_PLAIN, LOADS_RELAXED ->
          shape.order() == Shape.Order.ACQUIRE || shape.order() == Shape.Order.FENCES;
      case PRODUCER_JUMPS, CONSUMER_JUMPS -> shape.capacity() > 2 || shape.bound() > 1; // no move
      default -> true;
    };
  }
}
