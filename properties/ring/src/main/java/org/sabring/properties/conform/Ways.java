package org.sabring.properties.conform;

import java.util.List;
import org.sabring.explore.Operation;
import org.sabring.properties.explore.ring.RingOperations;
import org.sabring.ring.Consumer;
import org.sabring.ring.Producer;

/**
 * The ways to wait: which calls a side has to choose from, beside close and cancel. To the law one
 * thing matters about them: whether a side that cannot go on may wait, and whether it may give up.
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
      case BLOCKING -> List.of(RingOperations.put(element));
      case POLLING -> List.of(RingOperations.offer(element));
      case BOTH -> List.of(RingOperations.put(element), RingOperations.offer(element));
      case TIMED -> List.of(RingOperations.timedPut(element), RingOperations.instantPut(element));
      case BRIEF -> List.of(RingOperations.briefPut(element), RingOperations.instantPut(element));
    };
  }

  /** The calls that take an element. */
  List<Operation<Consumer>> takes() {
    return switch (this) {
      case BLOCKING -> List.of(RingOperations.take());
      case POLLING -> List.of(RingOperations.poll());
      case BOTH -> List.of(RingOperations.take(), RingOperations.poll());
      case TIMED -> List.of(RingOperations.timedTake(), RingOperations.instantTake());
      case BRIEF -> List.of(RingOperations.briefTake(), RingOperations.instantTake());
    };
  }
}
