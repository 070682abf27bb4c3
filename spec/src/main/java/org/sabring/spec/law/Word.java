package org.sabring.spec.law;

/** A word of the ring's memory. Each is written by one side alone (RB203). */
public enum Word implements Labelled {
  WRITE(RingSide.PRODUCER),
  READ(RingSide.CONSUMER),
  PRODUCED(RingSide.PRODUCER),
  CONSUMED(RingSide.CONSUMER),
  PRODUCER_WAITS(RingSide.PRODUCER),
  CONSUMER_WAITS(RingSide.CONSUMER),
  DATA(RingSide.PRODUCER);

  private final RingSide writer;

  Word(RingSide writer) {
    this.writer = writer;
  }

  /** The one side that writes this word. */
  public RingSide writer() {
    return writer;
  }
}
