package org.sabring.properties.explore.ring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.sabring.explore.Operation;
import org.sabring.ring.Consumer;
import org.sabring.ring.Producer;
import org.sabring.ring.Taken;

/**
 * A call on one side of the ring, as an operation of the explorer.
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
    TIMED_PUT,
    BRIEF_PUT,
    CLOSE,
    POLL,
    TAKE,
    TIMED_TAKE,
    BRIEF_TAKE,
    DRAIN,
    CANCEL;

    /** Whether it may store an element. */
    public boolean stores() {
      return this == OFFER || this == PUT || this == TIMED_PUT || this == BRIEF_PUT;
    }

    /** Whether it may take elements. */
    public boolean takes() {
      return this == POLL
          || this == TAKE
          || this == TIMED_TAKE
          || this == BRIEF_TAKE
          || this == DRAIN;
    }

    private boolean hasNumber() {
      return stores() || this == DRAIN;
    }
  }

  /** More steps than this no call takes that does not wait: those of an offer, a poll. */
  static final int WAIT_FREE = 6;

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

  /** What a call that stores is given, in order. */
  List<Integer> elements() {
    return IntStream.range(0, count).mapToObj(i -> number + i).toList();
  }

  /** How many elements a call that takes may take. */
  int limit() {
    return kind == Kind.DRAIN ? number : count;
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

  public static Operation<Producer> offer(int element) {
    return operation(Kind.OFFER, element, (Producer producer) -> producer.offer(element).name())
        .within(WAIT_FREE);
  }

  public static Operation<Producer> put(int element) {
    return operation(Kind.PUT, element, producer -> producer.put(element).name());
  }

  /** Its time is up when the explorer lets a wait time out, and not before. */
  public static Operation<Producer> timedPut(int element) {
    return operation(
        Kind.TIMED_PUT, element, producer -> producer.put(element, 1, TimeUnit.DAYS).name());
  }

  /** Its time is up as soon as its first wait ends, in whatever way. */
  public static Operation<Producer> briefPut(int element) {
    return operation(
        Kind.BRIEF_PUT, element, producer -> producer.put(element, 1, TimeUnit.NANOSECONDS).name());
  }

  public static Operation<Producer> close() {
    return operation(Kind.CLOSE, 0, (Producer producer) -> producer.close()).within(WAIT_FREE);
  }

  public static Operation<Consumer> poll() {
    return operation(Kind.POLL, 0, (Consumer consumer) -> got(consumer, consumer.poll()))
        .within(WAIT_FREE);
  }

  public static Operation<Consumer> take() {
    return operation(Kind.TAKE, 0, consumer -> got(consumer, consumer.take()));
  }

  /** Its time is up when the explorer lets a wait time out, and not before. */
  public static Operation<Consumer> timedTake() {
    return operation(
        Kind.TIMED_TAKE, 0, consumer -> got(consumer, consumer.take(1, TimeUnit.DAYS)));
  }

  /** Its time is up as soon as its first wait ends, in whatever way. */
  public static Operation<Consumer> briefTake() {
    return operation(
        Kind.BRIEF_TAKE, 0, consumer -> got(consumer, consumer.take(1, TimeUnit.NANOSECONDS)));
  }

  public static Operation<Consumer> drain(int limit) {
    return operation(
        Kind.DRAIN,
        limit,
        consumer -> {
          List<Integer> elements = new ArrayList<>();
          consumer.drain(elements::add, limit);
          return new Got("DRAINED", elements);
        });
  }

  public static Operation<Consumer> cancel() {
    return operation(Kind.CANCEL, 0, (Consumer consumer) -> consumer.cancel()).within(WAIT_FREE);
  }

  /** The same call again and again, until the end or until the consumer has cancelled. */
  public static Operation<Consumer> untilEnd(Operation<Consumer> call) {
    return call.repeatedWhile(answer -> !answer.equals(END) && !answer.equals(CANCELLED));
  }

  private static final Got END = new Got("END", List.of());
  private static final Got CANCELLED = new Got("CANCELLED", List.of());

  /** What a call that takes came back with. */
  public static Got got(Consumer consumer, Taken taken) {
    return new Got(taken.name(), taken == Taken.ELEMENT ? List.of(consumer.element()) : List.of());
  }

  /**
   * As an operation of the producer.
   *
   * @throws IllegalArgumentException if it is a call of the consumer
   */
  Operation<Producer> byProducer() {
    return switch (kind) {
      case OFFER -> count == 1 ? offer(number) : BatchCall.offer(number, number + count - 1);
      case PUT -> count == 1 ? put(number) : BatchCall.put(number, number + count - 1);
      case TIMED_PUT -> timedPut(number);
      case BRIEF_PUT -> briefPut(number);
      case CLOSE -> close();
      default -> throw new IllegalArgumentException("call=" + this + ", expected the producer's");
    };
  }

  /**
   * As an operation of the consumer.
   *
   * @throws IllegalArgumentException if it is a call of the producer
   */
  Operation<Consumer> byConsumer() {
    return switch (kind) {
      case POLL -> count == 1 ? poll() : BatchCall.poll(count);
      case TAKE -> count == 1 ? take() : BatchCall.take(count);
      case TIMED_TAKE -> timedTake();
      case BRIEF_TAKE -> briefTake();
      case DRAIN -> drain(number);
      case CANCEL -> cancel();
      default -> throw new IllegalArgumentException("call=" + this + ", expected the consumer's");
    };
  }

  private static <T> Operation<T> operation(Kind kind, int number, Operation.Body<T> body) {
    return Operation.of(new RingCall(kind, number), body);
  }

  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    if (count > 1) {
      return kind.stores()
          ? name + " " + number + " to " + (number + count - 1)
          : name + " " + count;
    }
    return kind.hasNumber() ? name + " " + number : name;
  }
}
