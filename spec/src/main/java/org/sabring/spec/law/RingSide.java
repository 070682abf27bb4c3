package org.sabring.spec.law;

/** A side of a ring: its producer or its consumer. */
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
