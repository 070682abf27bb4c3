package org.sabring.properties.trial;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.sabring.memory.Awaited;
import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;

/** A memory that counts the waits on each word as they begin, whatever the ring says of them. */
final class CountedWaits extends ForwardingInts {

  private final AtomicIntegerArray begun;

  CountedWaits(SharedInts memory) {
    super(memory);
    begun = new AtomicIntegerArray(memory.length());
  }

  int on(int word) {
    return begun.get(word);
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    begun.incrementAndGet(index);
    return super.await(index, expected, timeoutNanos);
  }
}
