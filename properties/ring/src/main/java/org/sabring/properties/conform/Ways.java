package org.sabring.properties.conform;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sabring.explore.Operation;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.ring.Consumer;
import org.sabring.ring.Producer;

/**
 * The calls that a side has to choose from, beside close and cancel. To the law one thing matters
 * about them: whether a side that cannot go on may wait, and whether it may give up.
 */
public enum Ways {
  /** Waiting as long as it takes. */
  BLOCKING("put, take", true, false),
  /** Never waiting. */
  POLLING("offer, poll", false, true),
  /** Waiting for ever or not at all, as the side chooses each time. */
  BOTH("put, offer, take, poll", true, true),
  /** Waiting with a time, which may be up at any moment, or not at all. */
  TIMED("put and take with a time", true, true),
  /** Waiting with a time that is up after one wait, or not at all. */
  BRIEF("put and take with a short time", true, true);

  private final String says;
  private final boolean mayWait;
  private final boolean mayGiveUp;

  Ways(String says, boolean mayWait, boolean mayGiveUp) {
    this.says = says;
    this.mayWait = mayWait;
    this.mayGiveUp = mayGiveUp;
  }

  /** Which calls these are. */
  public String says() {
    return says;
  }

  /** Whether a side that cannot go on may wait. */
  public boolean mayWait() {
    return mayWait;
  }

  /** Whether a side that cannot go on may give up. */
  public boolean mayGiveUp() {
    return mayGiveUp;
  }

  /** The calls that put an element. */
  List<Operation<Producer>> puts(int element) {
    return switch (this) {
      case BLOCKING -> List.of(RingCall.put(element));
      case POLLING -> List.of(RingCall.offer(element));
      case BOTH -> List.of(RingCall.put(element), RingCall.offer(element));
      case TIMED -> List.of(RingCall.timedPut(element), putInNoTime(element));
      case BRIEF -> List.of(RingCall.briefPut(element), putInNoTime(element));
    };
  }

  /** The calls that take an element. */
  List<Operation<Consumer>> takes() {
    return switch (this) {
      case BLOCKING -> List.of(RingCall.take());
      case POLLING -> List.of(RingCall.poll());
      case BOTH -> List.of(RingCall.take(), RingCall.poll());
      case TIMED -> List.of(RingCall.timedTake(), takeInNoTime());
      case BRIEF -> List.of(RingCall.briefTake(), takeInNoTime());
    };
  }

  private static Operation<Producer> putInNoTime(int element) {
    return Operation.of(
        "put " + element + " in no time",
        producer -> producer.put(element, 0, TimeUnit.NANOSECONDS).name());
  }

  private static Operation<Consumer> takeInNoTime() {
    return Operation.of(
        "take in no time",
        consumer -> RingCall.got(consumer, consumer.take(0, TimeUnit.NANOSECONDS)));
  }
}
