package org.sabring.properties.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.ring.Consumer;
import org.sabring.ring.Offered;
import org.sabring.ring.Producer;
import org.sabring.ring.Taken;
import org.sabring.spec.oracle.HistoryEvent;
import org.sabring.spec.oracle.Operation;
import org.sabring.spec.oracle.Outcome;

/**
 * Makes the calls of one side on a thread of its own, and records when each began and came back.
 * The clock is a counter that both sides share: each reading is a step of its own in one order, so
 * that a call which came back before another began is known to. Other threads may ask for the
 * thread and whether it sleeps; for the record, once the thread has ended.
 */
final class Recorded {

  private static final TimeUnit NANOS = TimeUnit.NANOSECONDS;

  /** So long that the other side may come in between, and so short that it need not. */
  private static final long SOME_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  private final List<RingCall> calls;
  private final Producer producer;
  private final Consumer consumer;
  private final AtomicLong clock;
  private final Thread thread;
  private final List<HistoryEvent> events = new ArrayList<>();

  /** The call that has not come back, and when it began; the thread is asleep in it, if at all. */
  private volatile @Nullable RingCall pending;

  private long called;
  private volatile int returned;
  private volatile @Nullable Throwable failure;

  /** Whoever ends the run interrupts the thread, and its last call has then not come back. */
  private volatile boolean over;

  Recorded(
      String name, List<RingCall> calls, Producer producer, Consumer consumer, AtomicLong clock) {
    this.calls = calls;
    this.producer = producer;
    this.consumer = consumer;
    this.clock = clock;
    thread = new Thread(this::run, "sabring-" + name);
    thread.setDaemon(true);
  }

  Thread thread() {
    return thread;
  }

  /** Whether it may be in a wait that no time ends. */
  boolean mayBlock() {
    RingCall call = pending;
    return call != null && (call.kind() == RingCall.Kind.PUT || call.kind() == RingCall.Kind.TAKE);
  }

  /** Ends a call that waits for ever. */
  void end() {
    over = true;
    thread.interrupt();
  }

  @Nullable Throwable failure() {
    return failure;
  }

  /** What happened, in order; a call that never came back is the last. */
  List<HistoryEvent> events() {
    return events;
  }

  /** How many calls have come back. */
  int calls() {
    return returned;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // by its sole writer
  private void back() {
    returned++;
  }

  private void run() {
    try {
      for (RingCall call : calls) {
        called = clock.getAndIncrement();
        pending = call;
        if (!make(call)) {
          return;
        }
        pending = null;
        back();
      }
    } catch (Throwable e) {
      failure = e;
    }
  }

  /** False if it was ended, rather than came back. */
  private boolean make(RingCall call) {
    try {
      switch (call.kind()) {
        case OFFER -> offered(call, producer.offer(call.number()));
        case PUT -> offered(call, producer.put(call.number()));
        case TIMED_PUT -> offered(call, producer.put(call.number(), SOME_NANOS, NANOS));
        case BRIEF_PUT -> offered(call, producer.put(call.number(), 1, NANOS));
        case CLOSE -> {
          producer.close();
          add(Operation.CLOSE, 0, Outcome.DONE);
        }
        case POLL -> taken(consumer.poll());
        case TAKE -> taken(consumer.take());
        case TIMED_TAKE -> taken(consumer.take(SOME_NANOS, NANOS));
        case BRIEF_TAKE -> taken(consumer.take(1, NANOS));
        case DRAIN -> consumer.drain(this::drained, call.number());
        case CANCEL -> {
          consumer.cancel();
          add(Operation.CANCEL, 0, Outcome.DONE);
        }
      }
      return true;
    } catch (InterruptedException e) {
      return interrupted(call);
    }
  }

  /** It had found the ring full, or empty; or nothing will ever wake it. */
  private boolean interrupted(RingCall call) {
    boolean stores = call.kind().stores();
    if (!over) {
      add(
          stores ? Operation.OFFER : Operation.POLL,
          stores ? call.number() : 0,
          stores ? Outcome.REFUSED : Outcome.EMPTY);
      return true;
    }
    Operation operation = stores ? Operation.PUT : Operation.TAKE;
    int value = stores ? call.number() : 0;
    events.add(new HistoryEvent(0, operation, value, Outcome.PENDING, called, HistoryEvent.NEVER));
    return false;
  }

  /** A put that gave up is an offer that was refused. */
  private void offered(RingCall call, Offered answer) {
    boolean gaveUp = answer == Offered.FULL || answer == Offered.TIMED_OUT;
    boolean offers = gaveUp || call.kind() == RingCall.Kind.OFFER;
    add(
        offers ? Operation.OFFER : Operation.PUT,
        call.number(),
        answer == Offered.STORED ? Outcome.STORED : Outcome.REFUSED);
  }

  private void taken(Taken answer) {
    switch (answer) {
      case ELEMENT -> add(Operation.TAKE, consumer.element(), Outcome.ELEMENT);
      case EMPTY, TIMED_OUT -> add(Operation.POLL, 0, Outcome.EMPTY);
      case END, CANCELLED -> add(Operation.TAKE, 0, Outcome.END);
    }
  }

  /** Each element that is drained is a poll of its own, which begins when the last has ended. */
  private void drained(int element) {
    add(Operation.POLL, element, Outcome.ELEMENT);
    called = clock.getAndIncrement();
  }

  private void add(Operation operation, int value, Outcome outcome) {
    long back = clock.getAndIncrement();
    events.add(new HistoryEvent(0, operation, value, outcome, called, back));
  }
}
