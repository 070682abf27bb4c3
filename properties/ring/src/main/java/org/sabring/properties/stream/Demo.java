package org.sabring.properties.stream;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Offered;
import org.sabring.ring.RingLayout;
import org.sabring.stream.ChunkMode;
import org.sabring.stream.Done;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Readable;
import org.sabring.stream.Settings;
import org.sabring.stream.Writable;
import org.sabring.stream.compose.Operators;
import org.sabring.stream.compose.Pipeline;
import org.sabring.stream.sab.SabReadable;

/**
 * The program of the seed document: a worker puts 1, 2, 3 … into a ring; a stream reads the ring,
 * doubles each value and consumes it. When the consumer is the slower one, its slowness goes all
 * the way back: the stream fills to its mark, then the ring, and then the worker waits.
 *
 * @param items how many values
 * @param capacity of the ring
 * @param produce the worker's pause after each value
 * @param consume how long the consumer takes for each
 */
record Demo(int items, int capacity, Duration produce, Duration consume) {

  private static final int MARK = 4;

  /**
   * How it stands when a value has been consumed. The ring is another thread's too, so its size is
   * already old.
   *
   * @param value what was consumed
   * @param ring elements in the ring
   * @param stream elements in the buffers of the stream
   * @param producerWaits how often the worker has found the ring full
   * @param consumerWaits how often the stream has found it empty
   */
  record Moment(int value, int ring, int stream, int producerWaits, int consumerWaits) {}

  /**
   * Runs it to its end.
   *
   * @param seen hears of each value, on the loop's thread
   * @throws ExecutionException if a stream failed
   * @throws InterruptedException if the caller gave up; the ring is cancelled and the threads end
   */
  void run(Consumer<Moment> seen) throws ExecutionException, InterruptedException {
    CursorRing ring = CursorRing.create(capacity);
    CompletableFuture<Void> over = new CompletableFuture<>();
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "sabring-clock");
              thread.setDaemon(true);
              return thread;
            });
    Thread worker = new Thread(() -> work(ring), "sabring-worker");
    try (EventLoop loop = EventLoop.create("sabring-main")) {
      SabReadable stream = new SabReadable(loop, ring.consumer(), Settings.highWaterMark(MARK));
      worker.start();
      loop.post(
          () -> {
            Readable<Integer> doubled = Operators.map(stream, x -> x * 2);
            Writable<Integer> sink =
                new Writable<>(loop, ChunkMode.objects(), Settings.highWaterMark(1)) {
                  @Override
                  protected void onWrite(Integer value, Done done) {
                    int held =
                        stream.readableLength() + doubled.readableLength() + writableLength();
                    seen.accept(moment(ring, value, held));
                    ScheduledFuture<?> unused = // shutdownNow ends it
                        clock.schedule(
                            () -> loop.post(() -> done.done(null)),
                            consume.toNanos(),
                            TimeUnit.NANOSECONDS);
                  }
                };
            Pipeline.of(
                doubled,
                sink,
                error -> {
                  if (error == null) {
                    over.complete(null);
                  } else {
                    over.completeExceptionally(error);
                  }
                });
          });
      try {
        over.get();
      } finally {
        loop.post(stream::destroy);
      }
    } finally {
      clock.shutdownNow();
      worker.interrupt();
      worker.join();
    }
  }

  private void work(CursorRing ring) {
    try {
      for (int value = 1; value <= items; value++) {
        if (ring.producer().put(value) != Offered.STORED) {
          return;
        }
        TimeUnit.NANOSECONDS.sleep(produce.toNanos());
      }
      ring.producer().close();
    } catch (InterruptedException e) { // the caller gave up
      Thread.currentThread().interrupt();
    }
  }

  private static Moment moment(CursorRing ring, int value, int held) {
    RingLayout layout = ring.layout();
    return new Moment(
        value,
        ring.size(),
        held,
        ring.memory().getOpaque(layout.producerWaits()),
        ring.memory().getOpaque(layout.consumerWaits()));
  }
}
