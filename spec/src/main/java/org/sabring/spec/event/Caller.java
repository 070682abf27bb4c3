package org.sabring.spec.event;

import org.sabring.spec.law.RingSide;

/**
 * A thread that calls a queue: the only one of its side, or one of several.
 *
 * @param side what it may call
 * @param name {@code P} or {@code C}; {@code P1}, {@code C2} and so on where a side has several
 */
public record Caller(RingSide side, String name) {
  private static final Caller PRODUCER = new Caller(RingSide.PRODUCER, "P");
  private static final Caller CONSUMER = new Caller(RingSide.CONSUMER, "C");

  /** The only thread of a side. */
  public static Caller only(RingSide side) {
    return side == RingSide.PRODUCER ? PRODUCER : CONSUMER;
  }

  /** Whether its name says that its side has no other. */
  public boolean isOnly() {
    return name.equals(side.letter());
  }
}
