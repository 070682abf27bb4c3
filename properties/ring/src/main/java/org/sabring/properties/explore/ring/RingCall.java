package org.sabring.properties.explore.ring;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.sabring.explore.Operation;
import org.sabring.ring.BatchConsumer;
import org.sabring.ring.BatchProducer;
import org.sabring.ring.Consumer;
import org.sabring.ring.Offered;
import org.sabring.ring.Producer;
import org.sabring.ring.Taken;
import org.sabring.spec.law.RingSide;

/**
 * A call on one side of the ring: the one vocabulary of everything here that calls rings, and the
 * one interpreter of it. {@link #by} makes the call, on a real ring as in the explorer.
 *
 * @param kind what is called
 * @param number the element, or how many to drain; 0 for calls without
 * @param count of a batch: how many elements, from {@code number} on, or up to how many; else 1
 */
public record RingCall(Kind kind, int number, int count) {

  /** What can be called. */
  public enum Kind {
    OFFER,
    PUT,
    /** Waits for a time that whoever makes the call knows. */
    TIMED_PUT,
    /** Waits for a nanosecond: its time is up as soon as its first wait ends, in whatever way. */
    BRIEF_PUT,
    /** A put with no time, which does not wait. */
    INSTANT_PUT,
    CLOSE,
    POLL,
    TAKE,
    TIMED_TAKE,
    BRIEF_TAKE,
    INSTANT_TAKE,
    DRAIN,
    CANCEL;

    /** The side whose call it is. */
    public RingSide side() {
      return compareTo(CLOSE) <= 0 ? RingSide.PRODUCER : RingSide.CONSUMER;
    }

    /** Whether it may store an element. */
    public boolean stores() {
      return side() == RingSide.PRODUCER && this != CLOSE;
    }

    /** Whether it may take elements. */
    public boolean takes() {
      return side() == RingSide.CONSUMER && this != CANCEL;
    }

    /** Whether it may wait for ever. */
    public boolean mayBlock() {
      return this == PUT || this == TAKE;
    }

    /** Its name in the text of a program. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private boolean isWaitFree() {
      return this == OFFER || this == CLOSE || this == POLL || this == CANCEL;
    }

    private boolean hasNumber() {
      return stores() || this == DRAIN;
    }
  }

  /** More steps than this no call takes that does not wait: those of an offer, a poll. */
  static final int WAIT_FREE = 6;

  /** A time that is up when the explorer lets a wait time out, and not before. */
  private static final long FAR_AWAY = TimeUnit.DAYS.toNanos(1);

  public RingCall {
    boolean may = kind == Kind.OFFER || kind == Kind.PUT || kind == Kind.POLL || kind == Kind.TAKE;
    if (count < 1 || (count > 1 && !may)) {
      throw new IllegalArgumentException("count=" + count + " of " + kind + ", expected 1");
    }
  }

  /** A call that is no batch. */
  public RingCall(Kind kind, int number) {
    this(kind, number, 1);
  }

  /**
   * What a batch came back with when it was to store: the answer's name, and how many it stored.
   */
  public record Kept(String says, int count) {
    @Override
    public String toString() {
      return count == 0 ? says : says + " " + count;
    }
  }

  /** What a call for elements came back with: the answer's name, and the elements. */
  public record Got(String says, List<Integer> elements) {
    public Got {
      elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
      return elements.isEmpty() ? says : elements.toString();
    }
  }

  /** What a call that stores is given, in order. */
  List<Integer> elements() {
    return IntStream.range(0, count).mapToObj(i -> number + i).toList();
  }

  /** How many elements a call that takes may take. */
  int limit() {
    return kind == Kind.DRAIN ? number : count;
  }

  /**
   * Makes the call. On the producer's thread.
   *
   * @param timed how long a timed call waits, in nanoseconds
   * @return the answer's name; {@link Kept} of a batch; whether it was this call that closed
   * @throws IllegalArgumentException if it is a call of the consumer
   */
  public Object by(Producer producer, long timed) throws InterruptedException {
    if (count > 1) {
      BatchProducer batches = producer.batches();
      int[] batch = IntStream.range(0, count).map(i -> number + i).toArray();
      Offered answer =
          kind == Kind.OFFER ? batches.offer(batch, 0, count) : batches.put(batch, 0, count);
      return new Kept(answer.name(), answer == Offered.STORED ? batches.stored() : 0);
    }
    return switch (kind) {
      case OFFER -> producer.offer(number).name();
      case PUT -> producer.put(number).name();
      case TIMED_PUT -> producer.put(number, timed, NANOSECONDS).name();
      case BRIEF_PUT -> producer.put(number, 1, NANOSECONDS).name();
      case INSTANT_PUT -> producer.put(number, 0, NANOSECONDS).name();
      case CLOSE -> producer.close();
      default -> throw new IllegalArgumentException("call=" + this + ", expected the producer's");
    };
  }

  /**
   * Makes the call. On the consumer's thread.
   *
   * @param timed how long a timed call waits, in nanoseconds
   * @return what it {@link Got}; whether it was this call that cancelled
   * @throws IllegalArgumentException if it is a call of the producer
   */
  public Object by(Consumer consumer, long timed) throws InterruptedException {
    if (count > 1) {
      BatchConsumer batches = consumer.batches();
      int[] into = new int[count];
      Taken answer =
          kind == Kind.POLL ? batches.poll(into, 0, count) : batches.take(into, 0, count);
      int taken = answer == Taken.ELEMENT ? batches.taken() : 0;
      return new Got(answer.name(), IntStream.of(into).limit(taken).boxed().toList());
    }
    return switch (kind) {
      case POLL -> got(consumer, consumer.poll());
      case TAKE -> got(consumer, consumer.take());
      case TIMED_TAKE -> got(consumer, consumer.take(timed, NANOSECONDS));
      case BRIEF_TAKE -> got(consumer, consumer.take(1, NANOSECONDS));
      case INSTANT_TAKE -> got(consumer, consumer.take(0, NANOSECONDS));
      case DRAIN -> {
        List<Integer> elements = new ArrayList<>();
        consumer.drain(elements::add, number);
        yield new Got("DRAINED", elements);
      }
      case CANCEL -> consumer.cancel();
      default -> throw new IllegalArgumentException("call=" + this + ", expected the consumer's");
    };
  }

  private static Got got(Consumer consumer, Taken taken) {
    return new Got(taken.name(), taken == Taken.ELEMENT ? List.of(consumer.element()) : List.of());
  }

  /**
   * As an operation of the producer in the explorer.
   *
   * @throws IllegalArgumentException if it is a call of the consumer
   */
  Operation<Producer> byProducer() {
    expect(RingSide.PRODUCER);
    RingCall call = this;
    return Operation.<Producer>of(call, producer -> call.by(producer, FAR_AWAY)).within(bound());
  }

  /**
   * As an operation of the consumer in the explorer.
   *
   * @throws IllegalArgumentException if it is a call of the producer
   */
  Operation<Consumer> byConsumer() {
    expect(RingSide.CONSUMER);
    RingCall call = this;
    return Operation.<Consumer>of(call, consumer -> call.by(consumer, FAR_AWAY)).within(bound());
  }

  private int bound() {
    return kind.isWaitFree() ? WAIT_FREE + count - 1 : 0;
  }

  private void expect(RingSide side) {
    if (kind.side() != side) {
      throw new IllegalArgumentException(
          "call=" + this + ", expected the " + side.name().toLowerCase(Locale.ROOT) + "'s");
    }
  }

  @Override
  public String toString() {
    String name = kind.label();
    if (count > 1) {
      return kind.stores()
          ? name + " " + number + " to " + (number + count - 1)
          : name + " " + count;
    }
    return kind.hasNumber() ? name + " " + number : name;
  }
}
