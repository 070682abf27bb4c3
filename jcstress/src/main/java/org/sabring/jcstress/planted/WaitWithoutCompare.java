package org.sabring.jcstress.planted;

import org.sabring.memory.AsyncWait;
import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** Goes to sleep whatever the word is, and not at once, so that it often has changed. */
final class WaitWithoutCompare extends WrappedInts {

  private static final int DAWDLE = 64;

  WaitWithoutCompare(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  private void dawdle(int index, int expected) {
    for (int n = 0; n < DAWDLE && memory.getOpaque(index) == expected; n++) {
      linger();
    }
    linger();
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    dawdle(index, expected);
    Awaited answer = Awaited.NOT_EQUAL;
    while (answer == Awaited.NOT_EQUAL) {
      answer = memory.await(index, memory.getVolatile(index), timeoutNanos);
    }
    return answer;
  }

  @Override
  public AsyncWait awaitAsync(int index, int expected, Runnable onNotified) {
    dawdle(index, expected);
    AsyncWait place = null;
    while (place == null) {
      place = memory.awaitAsync(index, memory.getVolatile(index), onNotified);
    }
    return place;
  }
}
