package org.sabring.properties.explore.stream;

import static org.sabring.properties.explore.ring.RingProgram.CONSUMER;
import static org.sabring.properties.explore.ring.RingProgram.PRODUCER;
import static org.sabring.ring.RingLayout.cursor;
import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.explore.Step;
import org.sabring.explore.runtime.Access;
import org.sabring.ring.RingLayout;

/**
 * The ring, as the steps of both sides show it.
 *
 * @param published how many elements the producer has published
 * @param taken how many slots the consumer has freed
 * @param endSeen the consumer has found the ring closed and empty
 * @param cancelSeen the producer has found it cancelled
 */
public record RingSeen(
    RingLayout layout,
    int published,
    int taken,
    boolean closed,
    boolean cancelled,
    boolean endSeen,
    boolean cancelSeen) {

  public static RingSeen empty(RingLayout layout) {
    return new RingSeen(layout, 0, 0, false, false, false, false);
  }

  /** How many elements are stored at the most. */
  public int bound() {
    return layout.capacity() - 1;
  }

  public boolean isFull() {
    return published - taken == bound();
  }

  public RingSeen after(Step step) {
    Access access = step.access();
    if (access == null) {
      return this;
    }
    boolean write = access.word() == layout.write();
    boolean read = access.word() == layout.read();
    if (access.kind() == Access.Kind.STORE && (write || read)) {
      return stored(write, isFlagged(access.number()));
    }
    if (access.kind() == Access.Kind.LOAD && isFlagged((int) step.answer())) {
      boolean empty = cursor((int) step.answer()) == taken % layout.capacity();
      boolean end = write && step.side() == CONSUMER && empty && !cancelled;
      boolean cancel = read && step.side() == PRODUCER;
      return new RingSeen(
          layout, published, taken, closed, cancelled, endSeen || end, cancelSeen || cancel);
    }
    return this;
  }

  private RingSeen stored(boolean write, boolean flag) {
    return new RingSeen(
        layout,
        published + (write && !flag ? 1 : 0),
        taken + (!write && !flag ? 1 : 0),
        closed || (write && flag),
        cancelled || (!write && flag),
        endSeen,
        cancelSeen);
  }
}
