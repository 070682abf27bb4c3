package org.sabring.recorder;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.SpscArrayQueue;

/** Queues that everybody uses, each as a user would hand it to the recorder. */
enum KnownQueue {
  JCTOOLS_SPSC,
  JCTOOLS_MPMC,
  AGRONA,
  DISRUPTOR,
  ARRAY_BLOCKING,
  LINKED_BLOCKING;

  /** Whether it has put and take. */
  boolean isBlocking() {
    return this == ARRAY_BLOCKING || this == LINKED_BLOCKING;
  }

  /** A new one that holds exactly so many elements, a power of two and at least 8. */
  RecordableQueue<Integer> make(int capacity) {
    return switch (this) {
      case JCTOOLS_SPSC -> RecordableQueue.of(new SpscArrayQueue<>(capacity));
      case JCTOOLS_MPMC -> RecordableQueue.of(new MpmcArrayQueue<>(capacity));
      case AGRONA -> RecordableQueue.of(new OneToOneConcurrentArrayQueue<>(capacity));
      case DISRUPTOR -> new DisruptorQueue(capacity);
      case ARRAY_BLOCKING -> RecordableQueue.of(new ArrayBlockingQueue<>(capacity));
      case LINKED_BLOCKING -> RecordableQueue.of(new LinkedBlockingQueue<>(capacity));
    };
  }
}
