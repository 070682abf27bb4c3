package org.sabring.jcstress.planted;

import java.util.concurrent.TimeUnit;
import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/**
 * When the time is up the consumer takes what came meanwhile, and does not hand it over. It does
 * not sleep till then: who sleeps is told in time, nearly always, and there is nothing to lose.
 */
final class LostOnTimeout extends WrappedInts {

  /** Its own: as long as the other side's thread may take to come. */
  private static final long TIME = TimeUnit.MILLISECONDS.toNanos(5);

  LostOnTimeout(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    if (index != layout.write()) {
      return memory.await(index, expected, timeoutNanos);
    }
    long begun = System.nanoTime();
    Awaited awaited = memory.await(index, expected, 0);
    if (awaited == Awaited.TIMED_OUT) {
      while (isEmpty(memory.getAcquire(index)) && System.nanoTime() - begun < TIME) {
        linger();
      }
      lose();
    }
    return awaited;
  }

  private void lose() {
    int read = ownRead();
    if (!isEmpty(memory.getAcquire(layout.write()))) {
      memory.getPlain(layout.slot(read));
      memory.setRelease(layout.read(), layout.next(read));
      memory.addOpaque(layout.consumed(), 1);
      memory.notify(layout.read(), ALL);
    }
  }
}
