package org.sabring.stream.sab;

import org.jspecify.annotations.Nullable;
import org.sabring.ring.Consumer;
import org.sabring.ring.Taken;
import org.sabring.stream.ChunkMode;
import org.sabring.stream.Done;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Readable;
import org.sabring.stream.Settings;

/**
 * The stream as the seed document has it, which <em>blocks its loop</em> while the ring is empty:
 * no other task and no tick runs meanwhile, not even one that would destroy the stream. It breaks
 * RB606, and is the control of the tests that watch it.
 */
final class BlockingReadable extends Readable<Integer> {

  private final Consumer ring;

  BlockingReadable(EventLoop loop, Consumer ring) {
    super(loop, ChunkMode.objects(), Settings.highWaterMark(1));
    this.ring = ring;
  }

  @Override
  protected void onRead(int size) throws InterruptedException {
    if (ring.take() == Taken.ELEMENT) {
      push(ring.element());
    } else {
      pushEnd();
    }
  }

  @Override
  protected void onDestroy(@Nullable Throwable cause, Done done) {
    ring.cancel();
    done.done(cause);
  }
}
