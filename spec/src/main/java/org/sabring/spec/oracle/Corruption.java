package org.sabring.spec.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.Rule;
import org.sabring.spec.Side;
import org.sabring.spec.Word;

/** Ways to spoil a conforming trace: the controls of the step oracle. */
public enum Corruption {
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
  COUNT_LOST(Rule.RB402, "the consumer does not count an element"),
  COUNT_RACED(Rule.RB402, "a counter holds another value than its writer left there"),
  WAIT_UNCOUNTED(Rule.RB403, "the producer waits without counting it");

  /**
   * A spoilt trace.
   *
   * @param complete whether it has to be judged as a complete recording
   * @param events its lines
   * @param line the line at which the oracle has to find it, from 2: the header is the first
   */
  public record Spoilt(boolean complete, List<StepEvent> events, long line) {}

  private final Rule rule;
  private final String says;

  Corruption(Rule rule, String says) {
    this.rule = rule;
    this.says = says;
  }

  /** The rule that the spoilt trace breaks. */
  public Rule rule() {
    return rule;
  }

  /** What is wrong, in a few words. */
  public String says() {
    return says;
  }

  /**
   * Spoils a conforming trace.
   *
   * @param trace its lines, in order
   * @param capacity number of slots
   * @return nothing if the trace has no place to be spoilt in this way
   */
  public Optional<Spoilt> apply(List<StepEvent> trace, int capacity) {
    Tape tape = new Tape(trace);
    OptionalInt at =
        switch (this) {
          case ELEMENT_CHANGED -> tape.raise(Side.CONSUMER, Access.LOAD, Word.DATA, 1 << 20);
          case ELEMENTS_SWAPPED -> tape.swapElements();
          case ELEMENT_DOUBLED -> tape.repeat(Side.CONSUMER, Access.LOAD, Word.DATA);
          case TAKE_LOST -> tape.dropTake();
          case STORED_INTO_FULL -> tape.storeIntoFull(capacity);
          case PUBLISHED_BEFORE_WRITTEN -> tape.hasten(Side.PRODUCER, Word.WRITE);
          case FREED_BEFORE_READ -> tape.hasten(Side.CONSUMER, Word.READ);
          case OWN_CURSOR_MISREAD -> tape.raise(Side.PRODUCER, Access.LOAD, Word.WRITE, 1);
          case FOREIGN_STORE -> tape.giveToPeer(Side.PRODUCER, Access.STORE, Word.WRITE);
          case CURSOR_JUMPS -> tape.jump(capacity);
          case CURSOR_RUNS_PAST -> tape.raise(Side.CONSUMER, Access.LOAD, Word.WRITE, capacity);
          case LEFT_ASLEEP -> tape.leaveAsleep();
          case WAITS_ON_ANOTHER_VALUE -> tape.raise(Side.CONSUMER, Access.WAIT, Word.WRITE, 1);
          case NOTIFY_LOST -> tape.drop(Side.PRODUCER, Access.NOTIFY, Word.WRITE);
          case COUNT_LOST -> tape.drop(Side.CONSUMER, Access.ADD, Word.CONSUMED);
          case COUNT_RACED -> tape.raise(Side.PRODUCER, Access.ADD, Word.PRODUCED, 1);
          case WAIT_UNCOUNTED -> tape.drop(Side.PRODUCER, Access.ADD, Word.PRODUCER_WAITS);
        };
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(new Spoilt(this == LEFT_ASLEEP, tape.events, at.getAsInt() + 2L));
  }

  /** The lines while they are being spoilt. Each method says where the mistake now is. */
  private static final class Tape {

    private final List<StepEvent> events;

    Tape(List<StepEvent> events) {
      this.events = new ArrayList<>(events);
    }

    /** The second such line, so that something goes before. */
    private int find(Side side, Access access, Word word) {
      int first = next(0, e -> is(e, side, access, word));
      return first < 0 ? first : next(first + 1, e -> is(e, side, access, word));
    }

    private int next(int from, Predicate<StepEvent> wanted) {
      for (int i = Math.max(0, from); i < events.size(); i++) {
        if (wanted.test(events.get(i))) {
          return i;
        }
      }
      return -1;
    }

    private int nextOf(Side side, int from) {
      return from < 0 ? -1 : next(from, e -> e.side() == side);
    }

    private static boolean is(StepEvent event, Side side, Access access, Word word) {
      return event.side() == side && event.access() == access && event.word() == word;
    }

    private static OptionalInt at(int index) {
      return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private StepEvent with(StepEvent e, Side side, int value, @Nullable WaitResult result) {
      return new StepEvent(e.line(), side, e.access(), e.word(), e.index(), value, result);
    }

    OptionalInt raise(Side side, Access access, Word word, int by) {
      int i = find(side, access, word);
      if (i >= 0) {
        StepEvent e = events.get(i);
        events.set(i, with(e, side, e.value() + by, e.result()));
      }
      return at(i);
    }

    OptionalInt repeat(Side side, Access access, Word word) {
      int i = find(side, access, word);
      if (i >= 0) {
        events.add(i + 1, events.get(i));
      }
      return at(i < 0 ? i : i + 1);
    }

    /** What is missing shows at the next line of the same side. */
    OptionalInt drop(Side side, Access access, Word word) {
      int i = find(side, access, word);
      if (i >= 0) {
        events.remove(i);
      }
      return at(nextOf(side, i));
    }

    /** The side stores its cursor before it touches the slot. */
    OptionalInt hasten(Side side, Word cursor) {
      int slot = find(side, side == Side.PRODUCER ? Access.STORE : Access.LOAD, Word.DATA);
      int store = slot < 0 ? -1 : next(slot, e -> is(e, side, Access.STORE, cursor));
      if (store >= 0) {
        events.add(slot, events.remove(store));
      }
      return at(store < 0 ? -1 : slot);
    }

    OptionalInt giveToPeer(Side side, Access access, Word word) {
      int i = find(side, access, word);
      if (i >= 0) {
        StepEvent e = events.get(i);
        events.set(i, with(e, side.peer(), e.value(), e.result()));
      }
      return at(i);
    }

    OptionalInt jump(int capacity) {
      int i = find(Side.PRODUCER, Access.STORE, Word.WRITE);
      if (i >= 0) {
        StepEvent e = events.get(i);
        events.set(i, with(e, e.side(), (e.value() + 1) % capacity, null));
      }
      return at(i);
    }

    /** Two elements that are stored at the same time: the consumer reads the second one first. */
    OptionalInt swapElements() {
      for (int i = next(0, this::isSlotStore); i >= 0; i = next(i + 1, this::isSlotStore)) {
        int j = next(i + 1, this::isSlotStore);
        int read = next(i + 1, e -> is(e, Side.CONSUMER, Access.LOAD, Word.DATA));
        if (j >= 0 && read > j && events.get(read).value() == events.get(i).value()) {
          StepEvent first = events.get(i);
          StepEvent second = events.get(j);
          events.set(i, with(first, first.side(), second.value(), null));
          events.set(j, with(second, second.side(), first.value(), null));
          StepEvent taken = events.get(read);
          return at(restored(read, taken));
        }
      }
      return OptionalInt.empty();
    }

    private int restored(int read, StepEvent taken) {
      events.set(read, taken);
      return read;
    }

    private boolean isSlotStore(StepEvent event) {
      return is(event, Side.PRODUCER, Access.STORE, Word.DATA);
    }

    /** From one load of WRITE to the next, with a load of a slot in between. */
    OptionalInt dropTake() {
      int slot = find(Side.CONSUMER, Access.LOAD, Word.DATA);
      if (slot < 0) {
        return OptionalInt.empty();
      }
      int start = slot;
      while (start >= 0 && !is(events.get(start), Side.CONSUMER, Access.LOAD, Word.WRITE)) {
        start--;
      }
      int end = next(slot, e -> is(e, Side.CONSUMER, Access.LOAD, Word.WRITE));
      if (start < 0 || end < 0) {
        return OptionalInt.empty();
      }
      for (int i = end - 1; i >= start; i--) {
        if (events.get(i).side() == Side.CONSUMER) {
          events.remove(i);
        }
      }
      return at(next(start, e -> is(e, Side.CONSUMER, Access.LOAD, Word.READ)));
    }

    /** The producer counts a wait on the full ring: instead it stores. */
    OptionalInt storeIntoFull(int capacity) {
      int i = next(0, e -> is(e, Side.PRODUCER, Access.ADD, Word.PRODUCER_WAITS));
      if (i >= 0) {
        int cursor = i;
        while (!is(events.get(cursor), Side.PRODUCER, Access.LOAD, Word.WRITE)) {
          cursor--;
        }
        int slot = events.get(cursor).value() % capacity;
        events.set(
            i, new StepEvent(0, Side.PRODUCER, Access.STORE, Word.DATA, slot, 1 << 20, null));
      }
      return at(i);
    }

    /** The consumer's wait never returns, and the producer stops before it notifies. */
    OptionalInt leaveAsleep() {
      int wait =
          next(
              0, e -> is(e, Side.CONSUMER, Access.WAIT, Word.WRITE) && e.result() == WaitResult.OK);
      if (wait < 0) {
        return OptionalInt.empty();
      }
      StepEvent e = events.get(wait);
      int waker = next(0, n -> is(n, Side.PRODUCER, Access.NOTIFY, Word.WRITE) && n.value() > 0);
      if (waker < 0) {
        return OptionalInt.empty();
      }
      List<StepEvent> producer =
          events.subList(0, waker).stream().filter(n -> n.side() == Side.PRODUCER).toList();
      List<StepEvent> kept =
          new ArrayList<>(
              events.subList(0, wait).stream().filter(n -> n.side() == Side.CONSUMER).toList());
      kept.add(with(e, e.side(), e.value(), null));
      int at = kept.size() - 1;
      kept.addAll(producer);
      events.clear();
      events.addAll(kept);
      return at(at);
    }
  }
}
