package org.sabring.properties.trial;

import java.util.concurrent.ConcurrentHashMap;
import org.sabring.memory.Awaited;
import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;

/** Counts the waits on each word as they begin, whatever the ring says of them. */
final class Waits {

  private final ConcurrentHashMap<Integer, Integer> begun = new ConcurrentHashMap<>();

  int on(int word) {
    return begun.getOrDefault(word, 0);
  }

  SharedInts over(SharedInts memory) {
    return new ForwardingInts(memory) {
      @Override
      public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
        begun.merge(index, 1, Integer::sum);
        return super.await(index, expected, timeoutNanos);
      }
    };
  }
}
