package org.sabring.spec.law;

/** The two sides of a ring. */
public enum Side {
  PRODUCER("P"),
  CONSUMER("C");

  private final String letter;

  Side(String letter) {
    this.letter = letter;
  }

  /** {@code P} or {@code C}: the name of this side in traces and in step names. */
  public String letter() {
    return letter;
  }

  /** The other side. */
  public Side peer() {
    return this == PRODUCER ? CONSUMER : PRODUCER;
  }
}
