package org.sabring.spec.event;

import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.RingSide;

/** A thread of a trace of steps. */
public enum TraceThread {
  P(RingSide.PRODUCER),
  C(RingSide.CONSUMER),
  /** Who sets the memory up before either side begins. */
  MAIN(null);

  private final @Nullable RingSide side;

  TraceThread(@Nullable RingSide side) {
    this.side = side;
  }

  /** The side that it is; null for the thread that is neither. */
  public @Nullable RingSide side() {
    return side;
  }

  /** Its name in files. */
  public String label() {
    return this == MAIN ? "main" : name();
  }
}
