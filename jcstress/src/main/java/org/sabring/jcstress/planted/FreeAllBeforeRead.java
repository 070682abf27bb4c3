package org.sabring.jcstress.planted;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** Frees all that the consumer has seen when it comes to read the oldest of it. */
final class FreeAllBeforeRead extends WrappedInts {

  /** WRITE as the consumer last found it. */
  private int seen;

  /** Whether slots are freed that are not yet read, and where the consumer is among them. */
  private boolean ahead;

  private int own;
  private int freed;

  FreeAllBeforeRead(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int getAcquire(int index) {
    int word = memory.getAcquire(index);
    seen = index == layout.write() ? word : seen;
    return word;
  }

  @Override
  public int getPlain(int index) {
    if (index == layout.read()) {
      return ahead ? own : memory.getPlain(index);
    }
    if (index >= layout.data() && !ahead) {
      own = ownRead();
      freed = RingLayout.cursor(seen);
      ahead = true;
      memory.setRelease(layout.read(), freed);
      linger();
    }
    return memory.getPlain(index);
  }

  @Override
  public void setRelease(int index, int value) {
    if (index != layout.read() || isFlagged(value) || !ahead) {
      memory.setRelease(index, value);
      return;
    }
    own = value;
    ahead = value != freed;
  }
}
