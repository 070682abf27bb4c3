package org.sabring.properties.explore.ring;

import java.io.Serializable;
import java.util.stream.IntStream;
import org.sabring.explore.Operation;
import org.sabring.properties.explore.ring.RingCall.Got;
import org.sabring.properties.explore.ring.RingCall.Kept;
import org.sabring.properties.explore.ring.RingCall.Kind;
import org.sabring.ring.BatchConsumer;
import org.sabring.ring.BatchProducer;
import org.sabring.ring.Consumer;
import org.sabring.ring.Offered;
import org.sabring.ring.Producer;
import org.sabring.ring.Taken;

/** The calls that move several elements at once, as operations of the explorer. */
final class BatchCall {

  /** Stores elements of a batch. */
  private interface Storing extends Serializable {
    Offered store(BatchProducer batches, int[] elements) throws InterruptedException;
  }

  /** Takes elements of a batch. */
  private interface Taking extends Serializable {
    Taken take(BatchConsumer batches, int[] into) throws InterruptedException;
  }

  private BatchCall() {}

  /** The elements from the first to the last, or as many of them as there is room for. */
  static Operation<Producer> offer(int first, int last) {
    return storing(
            Kind.OFFER,
            first,
            last,
            (batches, elements) -> batches.offer(elements, 0, elements.length))
        .within(RingCall.WAIT_FREE + last - first);
  }

  /** The same, waiting for room for at least one. */
  static Operation<Producer> put(int first, int last) {
    return storing(
        Kind.PUT, first, last, (batches, elements) -> batches.put(elements, 0, elements.length));
  }

  /** As many elements as there are, up to a limit. */
  static Operation<Consumer> poll(int limit) {
    return taking(Kind.POLL, limit, (batches, into) -> batches.poll(into, 0, limit))
        .within(RingCall.WAIT_FREE + limit - 1);
  }

  /** The same, waiting for at least one. */
  static Operation<Consumer> take(int limit) {
    return taking(Kind.TAKE, limit, (batches, into) -> batches.take(into, 0, limit));
  }

  private static Operation<Producer> storing(Kind kind, int first, int last, Storing storing) {
    int[] elements = IntStream.rangeClosed(first, last).toArray();
    return Operation.of(
        new RingCall(kind, first, elements.length),
        producer -> {
          BatchProducer batches = producer.batches();
          Offered answer = storing.store(batches, elements);
          return new Kept(answer.name(), answer == Offered.STORED ? batches.stored() : 0);
        });
  }

  private static Operation<Consumer> taking(Kind kind, int limit, Taking taking) {
    return Operation.of(
        new RingCall(kind, 0, limit),
        consumer -> {
          BatchConsumer batches = consumer.batches();
          int[] into = new int[limit];
          Taken answer = taking.take(batches, into);
          int taken = answer == Taken.ELEMENT ? batches.taken() : 0;
          return new Got(answer.name(), IntStream.of(into).limit(taken).boxed().toList());
        });
  }
}
