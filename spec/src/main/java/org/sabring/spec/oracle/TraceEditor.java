package org.sabring.spec.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.sabring.spec.event.StepEvent;
import org.sabring.spec.event.WaitResult;
import org.sabring.spec.law.AccessKind;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Word;

/** An editor of a trace's lines, for mutations. Each method says where the mistake now is. */
final class TraceEditor {

  final List<StepEvent> events;

  TraceEditor(List<StepEvent> events) {
    this.events = new ArrayList<>(events);
  }

  /** The second such line, so that something goes before. */
  private int find(RingSide side, AccessKind access, Word word) {
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

  private int nextOf(RingSide side, int from) {
    return from < 0 ? -1 : next(from, e -> e.side() == side);
  }

  private static boolean is(StepEvent event, RingSide side, AccessKind access, Word word) {
    return event.side() == side && event.access() == access && event.word() == word;
  }

  private static OptionalInt at(int index) {
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  OptionalInt raise(RingSide side, AccessKind access, Word word, int by) {
    int i = find(side, access, word);
    if (i >= 0) {
      StepEvent e = events.get(i);
      events.set(i, e.withValue(e.value() + by));
    }
    return at(i);
  }

  OptionalInt repeat(RingSide side, AccessKind access, Word word) {
    int i = find(side, access, word);
    if (i >= 0) {
      events.add(i + 1, events.get(i));
    }
    return at(i < 0 ? i : i + 1);
  }

  /** Removes a line; what is missing shows at the next line of the same side. */
  OptionalInt drop(RingSide side, AccessKind access, Word word) {
    int i = find(side, access, word);
    if (i >= 0) {
      events.remove(i);
    }
    return at(nextOf(side, i));
  }

  /** Moves the store of a cursor to before the access, slot or counter, that it has to follow. */
  OptionalInt hasten(RingSide side, Word word, Word cursor) {
    int before = find(side, word == Word.DATA ? slotAccess(side) : AccessKind.ADD, word);
    int store = before < 0 ? -1 : next(before, e -> is(e, side, AccessKind.STORE, cursor));
    if (store >= 0) {
      events.add(before, events.remove(store));
    }
    return at(store < 0 ? -1 : before);
  }

  private static AccessKind slotAccess(RingSide side) {
    return side == RingSide.PRODUCER ? AccessKind.STORE : AccessKind.LOAD;
  }

  OptionalInt giveToPeer(RingSide side, AccessKind access, Word word) {
    int i = find(side, access, word);
    if (i >= 0) {
      StepEvent e = events.get(i);
      events.set(
          i, new StepEvent(e.line(), side.peer(), access, word, e.index(), e.value(), e.result()));
    }
    return at(i);
  }

  OptionalInt jump(int capacity) {
    int i = find(RingSide.PRODUCER, AccessKind.STORE, Word.WRITE);
    if (i >= 0) {
      StepEvent e = events.get(i);
      events.set(i, e.withValue((e.value() + 1) % capacity));
    }
    return at(i);
  }

  /**
   * Swaps two elements that are stored at the same time: the consumer reads the second one first.
   */
  OptionalInt swapElements() {
    for (int i = next(0, this::isSlotStore); i >= 0; i = next(i + 1, this::isSlotStore)) {
      int j = next(i + 1, this::isSlotStore);
      int read = next(i + 1, e -> is(e, RingSide.CONSUMER, AccessKind.LOAD, Word.DATA));
      if (j >= 0 && read > j && events.get(read).value() == events.get(i).value()) {
        StepEvent first = events.get(i);
        StepEvent second = events.get(j);
        events.set(i, first.withValue(second.value()));
        events.set(j, second.withValue(first.value()));
        return at(read);
      }
    }
    return OptionalInt.empty();
  }

  private boolean isSlotStore(StepEvent event) {
    return is(event, RingSide.PRODUCER, AccessKind.STORE, Word.DATA);
  }

  /** Removes a whole take: from one load of WRITE to the next, with a load of a slot in between. */
  OptionalInt dropTake() {
    int slot = find(RingSide.CONSUMER, AccessKind.LOAD, Word.DATA);
    if (slot < 0) {
      return OptionalInt.empty();
    }
    int start = slot;
    while (start >= 0 && !is(events.get(start), RingSide.CONSUMER, AccessKind.LOAD, Word.WRITE)) {
      start--;
    }
    int end = next(slot, e -> is(e, RingSide.CONSUMER, AccessKind.LOAD, Word.WRITE));
    if (start < 0 || end < 0) {
      return OptionalInt.empty();
    }
    for (int i = end - 1; i >= start; i--) {
      if (events.get(i).side() == RingSide.CONSUMER) {
        events.remove(i);
      }
    }
    return at(next(start, e -> is(e, RingSide.CONSUMER, AccessKind.LOAD, Word.READ)));
  }

  /** Replaces the count of a wait on the full ring by a store. */
  OptionalInt storeIntoFull(int capacity) {
    int i = next(0, e -> is(e, RingSide.PRODUCER, AccessKind.ADD, Word.PRODUCER_WAITS));
    if (i >= 0) {
      int cursor = i;
      while (!is(events.get(cursor), RingSide.PRODUCER, AccessKind.LOAD, Word.WRITE)) {
        cursor--;
      }
      int slot = events.get(cursor).value() % capacity;
      events.set(
          i, new StepEvent(0, RingSide.PRODUCER, AccessKind.STORE, Word.DATA, slot, 1 << 20, null));
    }
    return at(i);
  }

  /**
   * Cuts the trace, so that the consumer's wait never returns and the producer stops before it
   * notifies.
   */
  OptionalInt leaveAsleep() {
    int wait =
        next(
            0,
            e ->
                is(e, RingSide.CONSUMER, AccessKind.WAIT, Word.WRITE)
                    && e.result() == WaitResult.OK);
    if (wait < 0) {
      return OptionalInt.empty();
    }
    StepEvent e = events.get(wait);
    int waker =
        next(0, n -> is(n, RingSide.PRODUCER, AccessKind.NOTIFY, Word.WRITE) && n.value() > 0);
    if (waker < 0) {
      return OptionalInt.empty();
    }
    List<StepEvent> producer =
        events.subList(0, waker).stream().filter(n -> n.side() == RingSide.PRODUCER).toList();
    List<StepEvent> kept =
        new ArrayList<>(
            events.subList(0, wait).stream().filter(n -> n.side() == RingSide.CONSUMER).toList());
    kept.add(e.answered(null));
    int at = kept.size() - 1;
    kept.addAll(producer);
    events.clear();
    events.addAll(kept);
    return at(at);
  }
}
