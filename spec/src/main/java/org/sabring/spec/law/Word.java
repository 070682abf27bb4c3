package org.sabring.spec.law;

/** A word of the ring's memory. Each is written by one side alone (RB203). */
public enum Word {
  WRITE("write", RingSide.PRODUCER),
  READ("read", RingSide.CONSUMER),
  PRODUCED("produced", RingSide.PRODUCER),
  CONSUMED("consumed", RingSide.CONSUMER),
  PRODUCER_WAITS("producer-waits", RingSide.PRODUCER),
  CONSUMER_WAITS("consumer-waits", RingSide.CONSUMER),
  DATA("data", RingSide.PRODUCER);

  private final String label;
  private final RingSide writer;

  Word(String label, RingSide writer) {
    this.label = label;
    this.writer = writer;
  }

  /** The name of this word in traces. */
  public String label() {
    return label;
  }

  /** The one side that writes this word. */
  public RingSide writer() {
    return writer;
  }
}
