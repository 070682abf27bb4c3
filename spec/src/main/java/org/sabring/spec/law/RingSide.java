package org.sabring.spec.law;

/** The two sides of a ring. */
public enum RingSide {
  PRODUCER("P"),
  CONSUMER("C");

  private final String letter;

  RingSide(String letter) {
    this.letter = letter;
  }

  /** {@code P} or {@code C}: the name of this side in traces and in step names. */
  public String letter() {
    return letter;
  }

  /** The other side. */
  public RingSide peer() {
    return this == PRODUCER ? CONSUMER : PRODUCER;
  }
}
