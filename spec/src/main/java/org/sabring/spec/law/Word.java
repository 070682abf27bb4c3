package org.sabring.spec.law;

/** The words of the memory. Each is written by one side alone (RB203). */
public enum Word {
  WRITE("write", Side.PRODUCER),
  READ("read", Side.CONSUMER),
  PRODUCED("produced", Side.PRODUCER),
  CONSUMED("consumed", Side.CONSUMER),
  PRODUCER_WAITS("producer-waits", Side.PRODUCER),
  CONSUMER_WAITS("consumer-waits", Side.CONSUMER),
  DATA("data", Side.PRODUCER);

  private final String label;
  private final Side writer;

  Word(String label, Side writer) {
    this.label = label;
    this.writer = writer;
  }

  /** The name of this word in traces. */
  public String label() {
    return label;
  }

  /** The one side that writes this word. */
  public Side writer() {
    return writer;
  }
}
