package org.sabring.bench;

import org.sabring.ring.BatchConsumer;
import org.sabring.ring.BatchProducer;
import org.sabring.ring.Consumer;
import org.sabring.ring.Offered;
import org.sabring.ring.Producer;
import org.sabring.ring.Ring;
import org.sabring.ring.Taken;

/** Our rings. */
final class RingLane {

  private RingLane() {}

  static Lane spinning(Ring ring) {
    Producer producer = ring.producer();
    Consumer consumer = ring.consumer();
    return new Lane() {
      @Override
      public void produce(int elements) {
        for (int i = 0; i < elements; i++) {
          while (producer.offer(i) != Offered.STORED) {
            Thread.onSpinWait();
          }
        }
      }

      @Override
      public int consume(int elements) {
        int sum = 0;
        for (int i = 0; i < elements; i++) {
          while (consumer.poll() != Taken.ELEMENT) {
            Thread.onSpinWait();
          }
          sum += consumer.element();
        }
        return sum;
      }
    };
  }

  static Lane blocking(Ring ring) {
    Producer producer = ring.producer();
    Consumer consumer = ring.consumer();
    return new Lane() {
      @Override
      public void produce(int elements) throws InterruptedException {
        for (int i = 0; i < elements; i++) {
          producer.put(i);
        }
      }

      @Override
      public int consume(int elements) throws InterruptedException {
        int sum = 0;
        for (int i = 0; i < elements; i++) {
          consumer.take();
          sum += consumer.element();
        }
        return sum;
      }
    };
  }

  static Lane batches(Ring ring, int batch) {
    BatchProducer producer = ring.producer().batches();
    BatchConsumer consumer = ring.consumer().batches();
    return new Lane() {
      @Override
      public void produce(int elements) {
        int[] from = new int[batch];
        for (int i = 0; i < elements; ) {
          for (int k = 0; k < batch; k++) {
            from[k] = i + k;
          }
          int at = 0;
          int length = Math.min(batch, elements - i);
          while (at < length) {
            if (producer.offer(from, at, length - at) == Offered.STORED) {
              at += producer.stored();
            } else {
              Thread.onSpinWait();
            }
          }
          i += length;
        }
      }

      @Override
      public int consume(int elements) {
        int[] into = new int[batch];
        int sum = 0;
        for (int i = 0; i < elements; ) {
          if (consumer.poll(into, 0, batch) == Taken.ELEMENT) {
            i += consumer.taken();
            for (int k = 0; k < consumer.taken(); k++) {
              sum += into[k];
            }
          } else {
            Thread.onSpinWait();
          }
        }
        return sum;
      }
    };
  }
}
