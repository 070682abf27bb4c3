package org.sabring.properties.mutant;

import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;

/** A memory that hands every access on to another. A subclass makes a difference somewhere. */
public abstract class Forwarding implements SharedInts {

  private final SharedInts memory;

  protected Forwarding(SharedInts memory) {
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
