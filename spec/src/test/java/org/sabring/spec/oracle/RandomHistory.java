package org.sabring.spec.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.sabring.spec.event.Caller;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.event.Outcome;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.scalar.Moment;
import org.sabring.spec.scalar.Scalar;
import org.sabring.spec.trace.TraceHeader;

/**
 * Tiny histories of a queue that works, some with answers changed afterwards, on clocks fine and
 * coarse. Which of them are right is not known here.
 */
final class RandomHistory {
  private static final int STEP = 12;

  private final Random random;
  private final TraceHeader header;
  private final int tick;
  private final boolean distinct;
  private final boolean batches;
  private final Deque<Scalar> queue = new ArrayDeque<>();
  private final Map<Caller, List<HistoryEvent>> threads = new LinkedHashMap<>();
  private boolean closed;
  private boolean cancelled;
  private int put;

  private RandomHistory(Random random, TraceHeader header, int producers, int consumers) {
    this.random = random;
    this.header = header;
    tick = List.of(1, 5, STEP, 3 * STEP).get(random.nextInt(4));
    distinct = random.nextBoolean();
    batches = random.nextBoolean();
    addThreads(RingSide.PRODUCER, producers);
    addThreads(RingSide.CONSUMER, consumers);
  }

  private void addThreads(RingSide side, int count) {
    for (int i = 1; i <= count; i++) {
      Caller caller = count == 1 ? Caller.only(side) : new Caller(side, side.letter() + i);
      threads.put(caller, new ArrayList<>());
    }
  }

  static List<HistoryEvent> next(Random random, TraceHeader header, int producers, int consumers) {
    RandomHistory history = new RandomHistory(random, header, producers, consumers);
    int length = 1 + random.nextInt(9);
    for (int i = 1; i <= length; i++) {
      history.step((long) i * STEP);
    }
    history.threads.values().forEach(history::leavePending);
    for (int changes = random.nextInt(3); changes > 0; changes--) {
      history.threads.values().forEach(history::change);
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
    RingSide side =
        op == OperationKind.COUNT ? List.of(RingSide.values()).get(random.nextInt(2)) : op.side();
    List<Caller> callers = threads.keySet().stream().filter(c -> c.side() == side).toList();
    Caller caller = callers.get(random.nextInt(callers.size()));
    List<HistoryEvent> own = threads.getOrDefault(caller, List.of());
    Moment free = own.isEmpty() ? Moment.of(0) : own.get(own.size() - 1).returned();
    Moment call = later(free, coarse(now - random.nextInt(3 * STEP)));
    Moment returned = later(call, coarse(now + random.nextInt(3 * STEP)));
    HistoryEvent asked =
        new HistoryEvent(0, caller, op, List.of(), 0, 1, Outcome.PENDING, call, returned);
    HistoryEvent answered = answer(asked, batches ? random.nextInt(4) : 1);
    boolean waits = answered.outcome() == Outcome.REFUSED && op == OperationKind.PUT;
    if (!waits || closed || cancelled) {
      own.add(answered);
    }
  }

  private static Moment later(Moment one, Moment other) {
    return one.isBefore(other) ? other : one;
  }

  private Moment coarse(long time) {
    return Moment.of(Math.floorDiv(time, tick) * tick);
  }

  private HistoryEvent answer(HistoryEvent asked, int size) {
    switch (asked.op()) {
      case PUT, OFFER -> {
        return give(asked, size);
      }
      case CLOSE -> closed = true;
      case CANCEL -> cancelled = true;
      case TAKE, POLL, PEEK, SKIP -> {
        return take(asked, asked.op() == OperationKind.PEEK ? 1 : size);
      }
      case COUNT -> {
        return with(asked, List.of(), queue.size(), 0, Outcome.COUNTED);
      }
    }
    return with(asked, List.of(), 0, 0, Outcome.DONE);
  }

  private HistoryEvent give(HistoryEvent asked, int size) {
    List<Scalar> values =
        IntStream.range(0, size)
            .mapToObj(i -> Scalar.of(distinct ? ++put : random.nextInt(3)))
            .toList();
    boolean all = random.nextBoolean();
    if (size == 0) {
      return with(asked, values, 0, 0, Outcome.DONE);
    }
    int room = closed || cancelled ? 0 : header.bound() - queue.size();
    int stored = header.overwrites() && !closed ? size : Math.min(room, size);
    if (stored < size && (all || stored == 0)) {
      return with(asked, values, 0, all ? size : 1, Outcome.REFUSED);
    }
    for (Scalar value : values.subList(0, stored)) {
      queue.add(value);
      if (queue.size() > header.bound()) {
        queue.remove();
      }
    }
    return with(asked, values, stored, size, Outcome.STORED);
  }

  private HistoryEvent take(HistoryEvent asked, int size) {
    if (size == 0) {
      return with(asked, List.of(), 0, 0, Outcome.DONE);
    }
    if (cancelled || queue.isEmpty()) {
      boolean vague = batches || asked.op() == OperationKind.SKIP;
      Outcome none = vague ? Outcome.NOTHING : closed || cancelled ? Outcome.END : Outcome.EMPTY;
      return with(asked, List.of(), 0, size, asked.op() == OperationKind.PEEK ? plain() : none);
    }
    List<Scalar> values = queue.stream().limit(size).toList();
    if (asked.op() != OperationKind.PEEK) {
      values.forEach(value -> queue.remove());
    }
    return asked.op() == OperationKind.SKIP
        ? with(asked, List.of(), values.size(), size, Outcome.SKIPPED)
        : with(asked, values, values.size(), size, Outcome.ELEMENT);
  }

  private Outcome plain() {
    return closed || cancelled ? Outcome.END : Outcome.EMPTY;
  }

  /** The last call of a thread may not have come back, whether it took effect or not. */
  private void leavePending(List<HistoryEvent> thread) {
    if (!thread.isEmpty() && random.nextInt(3) == 0) {
      HistoryEvent last = thread.remove(thread.size() - 1);
      List<Scalar> values = last.isGiving() ? last.values() : List.of();
      int most = last.isGiving() ? values.size() : Math.max(1, last.most());
      thread.add(
          new HistoryEvent(
              0,
              last.caller(),
              last.op(),
              values,
              0,
              most,
              Outcome.PENDING,
              last.call(),
              Moment.NEVER));
    }
  }

  private void change(List<HistoryEvent> thread) {
    if (thread.isEmpty() || random.nextBoolean()) {
      return;
    }
    int index = random.nextInt(thread.size());
    HistoryEvent event = thread.get(index);
    if (!event.hasReturn()) {
      return;
    }
    List<Scalar> other = List.of(Scalar.of(random.nextInt(4)));
    if (event.isGiving()) {
      Outcome outcome = random.nextBoolean() ? Outcome.STORED : Outcome.REFUSED;
      thread.set(index, with(event, other, 1, 1, outcome));
    } else if (event.isTaking() || event.op() == OperationKind.PEEK) {
      Outcome outcome = List.of(Outcome.ELEMENT, Outcome.EMPTY, Outcome.END).get(random.nextInt(3));
      thread.set(index, with(event, outcome == Outcome.ELEMENT ? other : List.of(), 1, 1, outcome));
    } else if (event.op() == OperationKind.COUNT) {
      thread.set(index, with(event, List.of(), random.nextInt(4), 0, Outcome.COUNTED));
    } else {
      thread.remove(index);
    }
  }

  private static HistoryEvent with(
      HistoryEvent old, List<Scalar> values, int count, int most, Outcome outcome) {
    return new HistoryEvent(
        0, old.caller(), old.op(), values, count, most, outcome, old.call(), old.returned());
  }

  /** The threads in any way, each in its own order. */
  private List<HistoryEvent> interleave() {
    List<Deque<HistoryEvent>> left = new ArrayList<>();
    threads.values().forEach(thread -> left.add(new ArrayDeque<>(thread)));
    List<HistoryEvent> all = new ArrayList<>();
    while (left.removeIf(Deque::isEmpty) || !left.isEmpty()) {
      if (!left.isEmpty()) {
        all.add(left.get(random.nextInt(left.size())).remove());
      }
    }
    return all;
  }
}
