package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.SharedInts;
import org.sabring.properties.trial.Mutation;
import org.sabring.ring.RingLayout;

/** The consumer frees before it reads: the slot that it reads, or all that it has seen. */
public final class FreeAhead extends Spoilt {

  private final boolean all;

  /** WRITE as the consumer last found it. */
  private int seen;

  /** Whether slots are freed that are not yet read, and where the consumer is among them. */
  private boolean ahead;

  private int own;
  private int freed;

  private FreeAhead(SharedInts memory, RingLayout layout, boolean all) {
    super(memory, layout);
    this.all = all;
  }

  /** It frees one slot, or all that it has seen. */
  public static Mutation of(boolean all) {
    return (memory, layout) -> new FreeAhead(memory, layout, all);
  }

  @Override
  public int getAcquire(int index) {
    int word = super.getAcquire(index);
    seen = index == layout.write() ? word : seen;
    return word;
  }

  @Override
  public int getPlain(int index) {
    if (index == layout.read()) {
      return ahead ? own : super.getPlain(index);
    }
    if (index >= layout.data() && !ahead) {
      own = ownRead();
      freed = all ? RingLayout.cursor(seen) : layout.next(own);
      ahead = true;
      super.setRelease(layout.read(), freed);
    }
    return super.getPlain(index);
  }

  @Override
  public void setRelease(int index, int value) {
    if (index != layout.read() || isFlagged(value) || !ahead) {
      super.setRelease(index, value);
      return;
    }
    own = value;
    ahead = value != freed;
  }
}
