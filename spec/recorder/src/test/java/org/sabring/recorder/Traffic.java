package org.sabring.recorder;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A producer and a consumer on two threads, who hand so many elements through a queue: 0, 1, 2 and
 * so on. The consumer begins when the queue has been full, and each then pauses now and then, so
 * that it is full and empty again and again.
 */
final class Traffic {
  private static final int PAUSE_EVERY = 1 << 12;

  private final RecordedProducer<Integer> producer;
  private final RecordedConsumer<Integer> consumer;
  private final int elements;
  private final boolean blocking;
  private final CountDownLatch full = new CountDownLatch(1);
  private volatile boolean over;

  private Traffic(HistoryRecorder<Integer> recorder, int elements, boolean blocking) {
    producer = recorder.producer();
    consumer = recorder.consumer();
    this.elements = elements;
    this.blocking = blocking;
  }

  /** Ends when all was taken, or as much as comes out of a queue that loses some. */
  static void run(HistoryRecorder<Integer> recorder, int elements, boolean blocking) {
    Traffic traffic = new Traffic(recorder, elements, blocking);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<@Nullable Void> gave = threads.submit(traffic::give);
      Future<@Nullable Void> took = threads.submit(traffic::take);
      gave.get();
      traffic.over = true;
      took.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private @Nullable Void give() throws InterruptedException {
    int given = 0;
    while (producer.offer(given)) {
      given++;
    }
    full.countDown();
    for (; given < elements; given++) {
      if (blocking && given % 2 == 0) {
        producer.put(given);
      } else {
        while (!producer.offer(given)) {
          await();
        }
      }
      pause(given);
    }
    return null;
  }

  private @Nullable Void take() throws InterruptedException {
    full.await();
    int taken = 0;
    while (taken < elements) {
      boolean last = over;
      Integer element = blocking && !last && taken % 2 == 0 ? consumer.take() : consumer.poll();
      if (element != null) {
        taken++;
        pause(taken + PAUSE_EVERY / 2);
      } else if (last) {
        return null;
      } else {
        await();
      }
    }
    return null;
  }

  /** Who finds nothing to do lets the other side run, if they share a processor. */
  @SuppressWarnings("ThreadPriorityCheck")
  static void await() {
    Thread.yield();
  }

  private static void pause(int count) {
    if (count % PAUSE_EVERY == 0) {
      long until = System.nanoTime() + 20_000;
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
    }
  }
}
