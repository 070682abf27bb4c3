package org.sabring.explore.gallery.subject;

import java.util.concurrent.CountDownLatch;

/** Two plain numbers that are there when all have counted down. */
public final class LatchedBox {

  private final CountDownLatch latch;
  private final int[] numbers;

  public LatchedBox(int parties) {
    latch = new CountDownLatch(parties);
    numbers = new int[parties];
  }

  /** Sets one of them, once. */
  public void set(int which, int number) {
    numbers[which] = number;
    latch.countDown();
  }

  /** Waits for all, and answers their sum. */
  public int sum() throws InterruptedException {
    latch.await();
    int sum = 0;
    for (int number : numbers) {
      sum += number;
    }
    return sum;
  }
}
