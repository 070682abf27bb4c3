package org.sabring.jcstress;

import org.sabring.memory.SharedInts;

/**
 * A memory where acquire and release are opaque: each word in order by itself, none with others.
 */
final class OpaqueInts extends WrappedInts {

  OpaqueInts(SharedInts memory) {
    super(memory);
  }

  @Override
  public int getAcquire(int index) {
    return memory.getOpaque(index);
  }

  @Override
  public void setRelease(int index, int value) {
    memory.setOpaque(index, value);
  }
}
