package org.sabring.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Queue;
import org.jctools.queues.SpscArrayQueue;
import org.junit.jupiter.api.Test;

/** What a recorded call costs: of memory its record and nothing else; of time, what is printed. */
class CallCostTest {
  private static final int ROUNDS = Boolean.getBoolean("sabring.full") ? 5_000_000 : 500_000;
  private static final int BYTES_OF_A_RECORD = 24;

  /** Sums what comes out, so that it is needed. */
  private long sum;

  @Test
  void aCallAllocatesItsRecordAndNothingElse() {
    assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Integer element = 1234567;
    recorded(element);
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    recorded(element);
    long bytes = threads.getThreadAllocatedBytes(thread) - before;
    assertThat(bytes / (2.0 * ROUNDS)).isBetween(BYTES_OF_A_RECORD - 1.0, BYTES_OF_A_RECORD + 1.0);
    printTimes(element);
    assertThat(sum).isPositive();
  }

  private void printTimes(Integer element) {
    bare(element);
    double bare = bare(element);
    double recorded = recorded(element);
    double clock = clock();
    System.out.printf(
        "ns a call: bare %.0f, recorded %.0f, of which two readings of the clock %.0f%n",
        bare, recorded, 2 * clock);
  }

  /** Nanoseconds of an offer or a poll, on one thread. */
  private double bare(Integer element) {
    Queue<Integer> queue = new SpscArrayQueue<>(64);
    long begin = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      queue.offer(element);
      Integer polled = queue.poll();
      sum += polled == null ? 0 : polled;
    }
    return (System.nanoTime() - begin) / (2.0 * ROUNDS);
  }

  private double recorded(Integer element) {
    HistoryRecorder<Integer> recorder = HistoryRecorder.around(new SpscArrayQueue<Integer>(64));
    RecordedProducer<Integer> producer = recorder.producer();
    RecordedConsumer<Integer> consumer = recorder.consumer();
    long begin = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      producer.offer(element);
      Integer polled = consumer.poll();
      sum += polled == null ? 0 : polled;
    }
    return (System.nanoTime() - begin) / (2.0 * ROUNDS);
  }

  private double clock() {
    long begin = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      sum += System.nanoTime() & 1;
    }
    return (System.nanoTime() - begin) / (double) ROUNDS;
  }
}
