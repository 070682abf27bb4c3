package org.sabring.stream.sab;

import java.util.Spliterator;
import java.util.Spliterators.AbstractIntSpliterator;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.sabring.ring.Consumer;
import org.sabring.ring.Taken;

/** A ring as an {@link IntStream}, for a thread that may block. No loop has part in it. */
public final class RingInts {

  private RingInts() {}

  /**
   * What comes out of the ring, up to its end. The thread that runs the stream is the ring's
   * consumer, and blocks while the ring is empty; keep the stream sequential. An element is taken
   * when the stream asks for it, so a short-circuiting stream leaves the others in the ring.
   *
   * <p>Closing the stream cancels the ring, which frees a producer that waits: use it in a
   * try-with-resources. Not closing it leaves the ring as it is.
   *
   * @throws CancellationException from the stream's terminal operation, when the thread is
   *     interrupted while it waits; nothing is taken, and the interrupt status stays set
   */
  public static IntStream of(Consumer ring) {
    AbstractIntSpliterator elements =
        new AbstractIntSpliterator(Long.MAX_VALUE, Spliterator.ORDERED) {
          @Override
          public boolean tryAdvance(IntConsumer action) {
            if (take(ring) != Taken.ELEMENT) {
              return false;
            }
            action.accept(ring.element());
            return true;
          }
        };
    return StreamSupport.intStream(elements, false).onClose(ring::cancel);
  }

  private static Taken take(Consumer ring) {
    try {
      return ring.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("interrupted");
      cancelled.initCause(e);
      throw cancelled;
    }
  }
}
