package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.cursor;
import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/**
 * A batch is published before its last slot is written, or freed before its last slot is read: the
 * mistake of {@code BatchTooEarly.tla}, under the shipped batches.
 */
public final class BatchTooEarly extends Spoilt {

  /** The slot write that is kept back until the next, or until the cursor is published. */
  private boolean kept;

  private int keptIndex;
  private int keptValue;

  /** WRITE as the consumer last found it; READ as stored before the last slot was read. */
  private int seen;

  private int freed = -1;

  public BatchTooEarly(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public void setPlain(int index, int value) {
    writeKept();
    kept = true;
    keptIndex = index;
    keptValue = value;
  }

  private void writeKept() {
    if (kept) {
      kept = false;
      super.setPlain(keptIndex, keptValue);
    }
  }

  @Override
  public int getAcquire(int index) {
    int word = super.getAcquire(index);
    seen = index == layout.write() ? word : seen;
    return word;
  }

  @Override
  public int getPlain(int index) {
    if (index >= layout.data() && layout.next(index - layout.data()) == cursor(seen)) {
      freed = cursor(seen);
      super.setRelease(layout.read(), freed);
    }
    return super.getPlain(index);
  }

  @Override
  public void setRelease(int index, int value) {
    boolean done = index == layout.read() && value == freed;
    freed = -1;
    if (!done || isFlagged(value)) {
      super.setRelease(index, value);
    }
    writeKept();
  }
}
