package org.sabring.spec.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.trace.HistoryEvent;
import org.sabring.spec.trace.OperationKind;
import org.sabring.spec.trace.Outcome;

/**
 * Tiny histories of a queue that works, some with one answer changed afterwards, on clocks fine and
 * coarse. Which of them are right is not known here.
 */
final class RandomHistory {
  private static final int STEP = 12;

  private final Random random;
  private final int bound;
  private final int tick;
  private final boolean distinct;
  private final Deque<Integer> queue = new ArrayDeque<>();
  private final Map<RingSide, List<HistoryEvent>> sides = new EnumMap<>(RingSide.class);
  private boolean closed;
  private boolean cancelled;
  private int put;

  private RandomHistory(Random random, int bound) {
    this.random = random;
    this.bound = bound;
    tick = List.of(1, 5, STEP, 3 * STEP).get(random.nextInt(4));
    distinct = random.nextBoolean();
    sides.put(RingSide.PRODUCER, new ArrayList<>());
    sides.put(RingSide.CONSUMER, new ArrayList<>());
  }

  static List<HistoryEvent> next(Random random, int bound) {
    RandomHistory history = new RandomHistory(random, bound);
    int length = 1 + random.nextInt(9);
    for (int i = 1; i <= length; i++) {
      history.step((long) i * STEP);
    }
    history.sides.values().forEach(history::leavePending);
    for (int changes = random.nextInt(3); changes > 0; changes--) {
      history.sides.values().forEach(history::change);
    }
    return history.interleave();
  }

  /** One operation takes effect at a time; its call and its return lie around that. */
  private void step(long now) {
    OperationKind[] all = OperationKind.values();
    OperationKind op = all[random.nextInt(all.length)];
    if ((op == OperationKind.CLOSE || op == OperationKind.CANCEL) && random.nextInt(3) > 0) {
      op = random.nextBoolean() ? OperationKind.OFFER : OperationKind.POLL;
    }
    int value = distinct ? ++put : random.nextInt(3);
    List<HistoryEvent> side = sides.getOrDefault(op.side(), List.of());
    long free = side.isEmpty() ? 0 : side.get(side.size() - 1).returned();
    long call = Math.max(free, coarse(now - random.nextInt(3 * STEP)));
    long returned = Math.max(call, coarse(now + random.nextInt(3 * STEP)));
    Outcome outcome = answer(op, value);
    int shown =
        outcome == Outcome.ELEMENT ? queue.remove() : op.side() == RingSide.PRODUCER ? value : 0;
    boolean waits = outcome == Outcome.REFUSED && op == OperationKind.PUT && !closed && !cancelled;
    if (!waits) {
      side.add(new HistoryEvent(0, op, shown, outcome, call, returned));
    }
  }

  private long coarse(long time) {
    return Math.floorDiv(time, tick) * tick;
  }

  private Outcome answer(OperationKind op, int value) {
    switch (op) {
      case PUT, OFFER -> {
        boolean room = queue.size() < bound && !closed && !cancelled;
        return room && queue.add(value) ? Outcome.STORED : Outcome.REFUSED;
      }
      case CLOSE -> closed = true;
      case CANCEL -> cancelled = true;
      case TAKE, POLL -> {
        if (!cancelled && !queue.isEmpty()) {
          return Outcome.ELEMENT;
        }
        return closed || cancelled ? Outcome.END : Outcome.EMPTY;
      }
    }
    return Outcome.DONE;
  }

  /** The last call of a side may not have come back, whether it took effect or not. */
  private void leavePending(List<HistoryEvent> side) {
    if (!side.isEmpty() && random.nextInt(3) == 0) {
      HistoryEvent last = side.remove(side.size() - 1);
      int value = last.isGiving() ? last.value() : 0;
      side.add(with(last, value, Outcome.PENDING, HistoryEvent.NEVER));
    }
  }

  private void change(List<HistoryEvent> side) {
    if (side.isEmpty() || random.nextBoolean()) {
      return;
    }
    int index = random.nextInt(side.size());
    HistoryEvent event = side.get(index);
    if (!event.hasReturn()) {
      return;
    }
    int value = random.nextInt(4);
    if (event.isGiving()) {
      Outcome outcome = random.nextBoolean() ? Outcome.STORED : Outcome.REFUSED;
      side.set(index, with(event, value, outcome, event.returned()));
    } else if (event.isTaking()) {
      Outcome outcome = List.of(Outcome.ELEMENT, Outcome.EMPTY, Outcome.END).get(random.nextInt(3));
      int shown = outcome == Outcome.ELEMENT ? value : 0;
      side.set(index, with(event, shown, outcome, event.returned()));
    } else {
      side.remove(index);
    }
  }

  private static HistoryEvent with(HistoryEvent old, int value, Outcome outcome, long returned) {
    return new HistoryEvent(0, old.op(), value, outcome, old.call(), returned);
  }

  /** The two sides in any order, each in its own. */
  private List<HistoryEvent> interleave() {
    List<Deque<HistoryEvent>> left = new ArrayList<>();
    sides.values().forEach(side -> left.add(new ArrayDeque<>(side)));
    List<HistoryEvent> all = new ArrayList<>();
    while (left.removeIf(Deque::isEmpty) || !left.isEmpty()) {
      if (!left.isEmpty()) {
        all.add(left.get(random.nextInt(left.size())).remove());
      }
    }
    return all;
  }
}
