package org.sabring.explore.gallery.subject;

import com.lmax.disruptor.Sequence;
import org.jspecify.annotations.Nullable;

/** Plain numbers, one of each thread, and a sequence that counts those who are done. */
public final class SequencedNumbers {

  private final Sequence done = new Sequence(0);
  private final int[] numbers;

  public SequencedNumbers(int parties) {
    numbers = new int[parties];
  }

  /** Sets one of them, once; the sum, if all others are set. */
  public @Nullable Integer set(int which, int number) {
    numbers[which] = number;
    if (done.incrementAndGet() < numbers.length) {
      return null;
    }
    int sum = 0;
    for (int one : numbers) {
      sum += one;
    }
    return sum;
  }
}
