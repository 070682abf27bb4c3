package org.sabring.spec.trace;

import org.sabring.spec.law.Labelled;
import org.sabring.spec.law.RingSide;

/** The operations of a ring, as histories name them. */
public enum OperationKind implements Labelled {
  PUT(RingSide.PRODUCER),
  OFFER(RingSide.PRODUCER),
  CLOSE(RingSide.PRODUCER),
  TAKE(RingSide.CONSUMER),
  POLL(RingSide.CONSUMER),
  CANCEL(RingSide.CONSUMER);

  private final RingSide side;

  OperationKind(RingSide side) {
    this.side = side;
  }

  /** The one side that does this. */
  public RingSide side() {
    return side;
  }
}
