package org.sabring.explore.gallery.subject;

/** Two threads that wait for each other, and then look at what the other has brought. */
public final class Meeting {

  private static final int MOST = 10;

  /** Waits until both are there. */
  @FunctionalInterface
  public interface Waiting {
    void await() throws Exception;
  }

  private final Waiting waiting;
  private final int[][] brought = new int[2][MOST];

  public Meeting(Waiting waiting) {
    this.waiting = waiting;
  }

  /** What the other one has brought to a meeting. */
  public int meet(int self, int meeting, int value) throws Exception {
    brought[self][meeting] = value;
    waiting.await();
    return brought[1 - self][meeting];
  }
}
