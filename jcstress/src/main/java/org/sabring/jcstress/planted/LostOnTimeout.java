package org.sabring.jcstress.planted;

import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** When the time is up the consumer takes what came meanwhile, and does not hand it over. */
final class LostOnTimeout extends WrappedInts {

  LostOnTimeout(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    Awaited awaited = memory.await(index, expected, timeoutNanos);
    if (awaited == Awaited.TIMED_OUT && index == layout.write()) {
      linger();
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
