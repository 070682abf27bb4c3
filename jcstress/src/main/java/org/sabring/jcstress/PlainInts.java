package org.sabring.jcstress;

import org.sabring.memory.SharedInts;

/** A memory where every access of the ring is plain, as on an {@code int[]} by itself. */
final class PlainInts extends WrappedInts {

  PlainInts(SharedInts memory) {
    super(memory);
  }

  @Override
  public int getAcquire(int index) {
    return memory.getPlain(index);
  }

  @Override
  public void setRelease(int index, int value) {
    memory.setPlain(index, value);
  }

  @Override
  public int addOpaque(int index, int delta) {
    int old = memory.getPlain(index);
    memory.setPlain(index, old + delta);
    return old;
  }
}
