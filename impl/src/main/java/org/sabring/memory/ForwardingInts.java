package org.sabring.memory;

import org.jspecify.annotations.Nullable;

/**
 * A memory that hands every access on to another. A subclass overrides the accesses in which it
 * makes a difference, to record them or to plant a mistake: the ring above it is then the shipped
 * one, unchanged. Threads, memory order and errors are those of the memory behind it.
 */
public abstract class ForwardingInts implements SharedInts {

  /** The memory behind this one. */
  protected final SharedInts memory;

  protected ForwardingInts(SharedInts memory) {
    this.memory = memory;
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
  public @Nullable AsyncWait awaitAsync(int index, int expected, Runnable onNotified) {
    return memory.awaitAsync(index, expected, onNotified);
  }

  @Override
  public int notify(int index, int count) {
    return memory.notify(index, count);
  }

  @Override
  public int waiters(int index) {
    return memory.waiters(index);
  }

  @Override
  public SharedInts view(int from, int length) {
    return memory.view(from, length);
  }
}
