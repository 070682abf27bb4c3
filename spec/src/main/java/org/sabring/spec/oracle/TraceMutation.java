package org.sabring.spec.oracle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sabring.spec.event.StepEvent;
import org.sabring.spec.law.AccessKind;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;
import org.sabring.spec.law.Word;

/** The mutations of a conforming trace that the step oracle has to reject: its controls. */
public enum TraceMutation {
  ELEMENT_CHANGED(Rule.RB103, "an element comes out with another value"),
  ELEMENTS_SWAPPED(Rule.RB101, "two elements change places"),
  ELEMENT_DOUBLED(Rule.RB103, "an element is read a second time"),
  TAKE_LOST(Rule.RB203, "a whole take is missing: the own cursor has moved by itself"),
  STORED_INTO_FULL(Rule.RB104, "the producer finds the ring full and stores all the same"),
  PUBLISHED_BEFORE_WRITTEN(Rule.RB201, "slot and cursor change places"),
  FREED_BEFORE_READ(Rule.RB202, "the cursor is stored before the slot is read"),
  OWN_CURSOR_MISREAD(Rule.RB203, "the producer loads another value than it stored"),
  FOREIGN_STORE(Rule.RB203, "the consumer stores the producer's cursor"),
  CURSOR_JUMPS(Rule.RB204, "the producer's cursor moves by two"),
  CURSOR_RUNS_PAST(Rule.RB204, "a cursor is loaded that lies past the data region"),
  LEFT_ASLEEP(Rule.RB301, "the consumer is never told of the last element"),
  WAITS_ON_ANOTHER_VALUE(Rule.RB302, "a wait expects another value than was loaded"),
  NOTIFY_LOST(Rule.RB303, "the producer does not notify"),
  PUBLISHED_UNCOUNTED(Rule.RB401, "an element is published before it is counted"),
  COUNT_LOST(Rule.RB402, "the consumer does not count an element"),
  COUNT_RACED(Rule.RB402, "a counter holds another value than its writer left there"),
  WAIT_UNCOUNTED(Rule.RB403, "the producer waits without counting it");

  /**
   * A mutated trace, and where it has to be rejected.
   *
   * @param complete whether it has to be judged as a complete recording
   * @param events its lines
   * @param line the line at which the oracle has to find it, from 2: the header is the first
   */
  public record Mutated(boolean complete, List<StepEvent> events, long line) {}

  private final Rule rule;
  private final String says;

  TraceMutation(Rule rule, String says) {
    this.rule = rule;
    this.says = says;
  }

  /** The rule that the mutated trace breaks. */
  public Rule rule() {
    return rule;
  }

  /** A walk in which it is a mistake: the seed's producer counts afterwards. */
  public Profile profile() {
    return this == PUBLISHED_UNCOUNTED ? Profile.REFERENCE : Profile.SEED;
  }

  /** What is wrong, in a few words. */
  public String says() {
    return says;
  }

  /**
   * Mutates a conforming trace.
   *
   * @param trace its lines, in order
   * @param capacity number of slots
   * @return nothing if the trace has no place for this mutation
   */
  public Optional<Mutated> apply(List<StepEvent> trace, int capacity) {
    TraceEditor editor = new TraceEditor(trace);
    OptionalInt at =
        switch (this) {
          case ELEMENT_CHANGED ->
              editor.raise(RingSide.CONSUMER, AccessKind.LOAD, Word.DATA, 1 << 20);
          case ELEMENTS_SWAPPED -> editor.swapElements();
          case ELEMENT_DOUBLED -> editor.repeat(RingSide.CONSUMER, AccessKind.LOAD, Word.DATA);
          case TAKE_LOST -> editor.dropTake();
          case STORED_INTO_FULL -> editor.storeIntoFull(capacity);
          case PUBLISHED_BEFORE_WRITTEN -> editor.hasten(RingSide.PRODUCER, Word.DATA, Word.WRITE);
          case FREED_BEFORE_READ -> editor.hasten(RingSide.CONSUMER, Word.DATA, Word.READ);
          case PUBLISHED_UNCOUNTED -> editor.hasten(RingSide.PRODUCER, Word.PRODUCED, Word.WRITE);
          case OWN_CURSOR_MISREAD ->
              editor.raise(RingSide.PRODUCER, AccessKind.LOAD, Word.WRITE, 1);
          case FOREIGN_STORE -> editor.giveToPeer(RingSide.PRODUCER, AccessKind.STORE, Word.WRITE);
          case CURSOR_JUMPS -> editor.jump(capacity);
          case CURSOR_RUNS_PAST ->
              editor.raise(RingSide.CONSUMER, AccessKind.LOAD, Word.WRITE, capacity);
          case LEFT_ASLEEP -> editor.leaveAsleep();
          case WAITS_ON_ANOTHER_VALUE ->
              editor.raise(RingSide.CONSUMER, AccessKind.WAIT, Word.WRITE, 1);
          case NOTIFY_LOST -> editor.drop(RingSide.PRODUCER, AccessKind.NOTIFY, Word.WRITE);
          case COUNT_LOST -> editor.drop(RingSide.CONSUMER, AccessKind.ADD, Word.CONSUMED);
          case COUNT_RACED -> editor.raise(RingSide.PRODUCER, AccessKind.ADD, Word.PRODUCED, 1);
          case WAIT_UNCOUNTED ->
              editor.drop(RingSide.PRODUCER, AccessKind.ADD, Word.PRODUCER_WAITS);
        };
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mutated(this == LEFT_ASLEEP, editor.events, at.getAsInt() + 2L));
  }
}
