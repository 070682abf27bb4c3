package org.sabring.properties.explore.ring;

import java.util.List;
import org.sabring.explore.Operation;
import org.sabring.properties.explore.ring.RingCall.Got;
import org.sabring.properties.explore.ring.RingCall.Kind;
import org.sabring.ring.Consumer;
import org.sabring.ring.Producer;

/** Calls on a ring as operations of the explorer, so that programs read like code. */
public final class RingOperations {

  private static final Got END = new Got("END", List.of());
  private static final Got CANCELLED = new Got("CANCELLED", List.of());

  private RingOperations() {}

  public static Operation<Producer> offer(int element) {
    return new RingCall(Kind.OFFER, element).byProducer();
  }

  /** The elements from the first to the last, or as many of them as there is room for. */
  public static Operation<Producer> offer(int first, int last) {
    return new RingCall(Kind.OFFER, first, last - first + 1).byProducer();
  }

  public static Operation<Producer> put(int element) {
    return new RingCall(Kind.PUT, element).byProducer();
  }

  /** A batch; waits for room for at least one. */
  public static Operation<Producer> put(int first, int last) {
    return new RingCall(Kind.PUT, first, last - first + 1).byProducer();
  }

  public static Operation<Producer> timedPut(int element) {
    return new RingCall(Kind.TIMED_PUT, element).byProducer();
  }

  public static Operation<Producer> briefPut(int element) {
    return new RingCall(Kind.BRIEF_PUT, element).byProducer();
  }

  public static Operation<Producer> instantPut(int element) {
    return new RingCall(Kind.INSTANT_PUT, element).byProducer();
  }

  public static Operation<Producer> close() {
    return new RingCall(Kind.CLOSE, 0).byProducer();
  }

  public static Operation<Consumer> poll() {
    return poll(1);
  }

  /** As many elements as there are, up to a limit. */
  public static Operation<Consumer> poll(int limit) {
    return new RingCall(Kind.POLL, 0, limit).byConsumer();
  }

  public static Operation<Consumer> take() {
    return take(1);
  }

  /** A batch; waits for at least one. */
  public static Operation<Consumer> take(int limit) {
    return new RingCall(Kind.TAKE, 0, limit).byConsumer();
  }

  public static Operation<Consumer> timedTake() {
    return new RingCall(Kind.TIMED_TAKE, 0).byConsumer();
  }

  public static Operation<Consumer> briefTake() {
    return new RingCall(Kind.BRIEF_TAKE, 0).byConsumer();
  }

  public static Operation<Consumer> instantTake() {
    return new RingCall(Kind.INSTANT_TAKE, 0).byConsumer();
  }

  public static Operation<Consumer> drain(int limit) {
    return new RingCall(Kind.DRAIN, limit).byConsumer();
  }

  public static Operation<Consumer> cancel() {
    return new RingCall(Kind.CANCEL, 0).byConsumer();
  }

  /** The same call again and again, until the end or until the consumer has cancelled. */
  public static Operation<Consumer> untilEnd(Operation<Consumer> call) {
    return call.repeatedWhile(answer -> !answer.equals(END) && !answer.equals(CANCELLED));
  }
}
