package org.sabring.spec.trace;

import java.util.Locale;
import org.sabring.spec.law.Side;

/** What a side can be asked to do. */
public enum Operation {
  PUT(Side.PRODUCER),
  OFFER(Side.PRODUCER),
  CLOSE(Side.PRODUCER),
  TAKE(Side.CONSUMER),
  POLL(Side.CONSUMER),
  CANCEL(Side.CONSUMER);

  private final Side side;

  Operation(Side side) {
    this.side = side;
  }

  /** The one side that does this. */
  public Side side() {
    return side;
  }

  /** The name of this operation in histories. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
