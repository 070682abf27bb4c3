package org.sabring.spec.event;

import org.sabring.spec.law.Labelled;
import org.sabring.spec.law.RingSide;

/** The operations of a ring, as histories name them. */
public enum OperationKind implements Labelled {
  PUT(RingSide.PRODUCER),
  OFFER(RingSide.PRODUCER),
  CLOSE(RingSide.PRODUCER),
  TAKE(RingSide.CONSUMER),
  POLL(RingSide.CONSUMER),
  CANCEL(RingSide.CONSUMER),
  /** Looks at the oldest element, and leaves it there. */
  PEEK(RingSide.CONSUMER),
  /** Drops elements unseen. */
  SKIP(RingSide.CONSUMER),
  /** Asks how many elements are stored. Either side may. */
  COUNT(RingSide.CONSUMER);

  private final RingSide side;

  OperationKind(RingSide side) {
    this.side = side;
  }

  /** The side that does this; of {@link #COUNT}, which both may do, the consumer. */
  public RingSide side() {
    return side;
  }

  /** Whether a side may do this. */
  public boolean isOf(RingSide caller) {
    return side == caller || this == COUNT;
  }
}
