package org.sabring.jcstress;

import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;

/**
 * A memory that hands every access on to another. A control overrides the accesses that it spoils,
 * so the ring above it is the shipped one, unchanged, and still the mistake is in.
 */
abstract class WrappedInts implements SharedInts {

  /** The memory behind this one. */
  final SharedInts memory;

  WrappedInts(SharedInts memory) {
    this.memory = memory;
  }

  /**
   * A moment's pause, for a control to do between two steps that are in the wrong order: so that
   * the other side comes in between often enough to be seen on any machine.
   */
  static void linger() {
    for (int spin = 0; spin < 16; spin++) {
      Thread.onSpinWait();
    }
  }

  @Override
  public int length() {
    return memory.length();
  }

  @Override
  public int getPlain(int index) {
    return memory.getPlain(index);
  }

  @Override
  public int getOpaque(int index) {
    return memory.getOpaque(index);
  }

  @Override
  public int getAcquire(int index) {
    return memory.getAcquire(index);
  }

  @Override
  public int getVolatile(int index) {
    return memory.getVolatile(index);
  }

  @Override
  public void setPlain(int index, int value) {
    memory.setPlain(index, value);
  }

  @Override
  public void setOpaque(int index, int value) {
    memory.setOpaque(index, value);
  }

  @Override
  public void setRelease(int index, int value) {
    memory.setRelease(index, value);
  }

  @Override
  public void setVolatile(int index, int value) {
    memory.setVolatile(index, value);
  }

  @Override
  public int addOpaque(int index, int delta) {
    return memory.addOpaque(index, delta);
  }

  @Override
  public int getAndAdd(int index, int delta) {
    return memory.getAndAdd(index, delta);
  }

  @Override
  public void fullFence() {
    memory.fullFence();
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    return memory.await(index, expected, timeoutNanos);
  }

  @Override
  public int notify(int index, int count) {
    return memory.notify(index, count);
  }

  @Override
  public int waiters(int index) {
    return memory.waiters(index);
  }

  /** A window would get around what this memory spoils. */
  @Override
  public SharedInts view(int from, int length) {
    throw new UnsupportedOperationException("view of " + getClass().getSimpleName());
  }
}
