package org.sabring.bench;

import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import org.jctools.queues.SpscArrayQueue;

/** Queues of references: of boxed ints, each a new object, or of one object only. */
final class QueueLane {

  private static final Integer CONSTANT = 1;

  private QueueLane() {}

  static Lane spinning(Queue<Integer> queue, boolean boxed) {
    return new Lane() {
      @Override
      public void produce(int elements) {
        for (int i = 0; i < elements; i++) {
          Integer element = boxed ? Integer.valueOf(i) : CONSTANT;
          while (!queue.offer(element)) {
            Thread.onSpinWait();
          }
        }
      }

      @Override
      public int consume(int elements) {
        int sum = 0;
        for (int i = 0; i < elements; i++) {
          Integer element = queue.poll();
          while (element == null) {
            Thread.onSpinWait();
            element = queue.poll();
          }
          sum += element;
        }
        return sum;
      }
    };
  }

  static Lane blocking(BlockingQueue<Integer> queue) {
    return new Lane() {
      @Override
      public void produce(int elements) throws InterruptedException {
        for (int i = 0; i < elements; i++) {
          queue.put(CONSTANT);
        }
      }

      @Override
      public int consume(int elements) throws InterruptedException {
        int sum = 0;
        for (int i = 0; i < elements; i++) {
          sum += queue.take();
        }
        return sum;
      }
    };
  }

  /** JCTools' own batches: {@code fill} and {@code drain}. */
  static Lane batches(SpscArrayQueue<Integer> queue, int batch) {
    return new Lane() {
      @Override
      public void produce(int elements) {
        for (int i = 0; i < elements; ) {
          int stored = queue.fill(() -> CONSTANT, Math.min(batch, elements - i));
          if (stored == 0) {
            Thread.onSpinWait();
          }
          i += stored;
        }
      }

      @Override
      public int consume(int elements) {
        int[] sum = new int[1];
        for (int i = 0; i < elements; ) {
          int taken = queue.drain(element -> sum[0] += element, batch);
          if (taken == 0) {
            Thread.onSpinWait();
          }
          i += taken;
        }
        return sum[0];
      }
    };
  }
}
