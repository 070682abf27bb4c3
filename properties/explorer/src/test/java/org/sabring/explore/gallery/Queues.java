package org.sabring.explore.gallery;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.Program.Sharing;
import org.sabring.explore.Program.Source;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.LinearizabilityMonitor;
import org.sabring.explore.monitor.MethodCall;
import org.sabring.explore.monitor.SequentialModel;
import org.sabring.explore.monitor.Vocabulary;
import org.sabring.explore.monitor.Vocabulary.Verb;

/**
 * Programs of queues: some sides offer, some poll, and in the end the last side polls until nothing
 * is left, so that a lost element is missed.
 */
final class Queues {

  /** Polling when all others have ended: then nothing is found only if nothing is left. */
  static final String LAST_POLL = "lastPoll";

  private Queues() {}

  /** One producer offers 1, 2, …, and one consumer polls as often. */
  static <Q extends Queue<Box>> Sharing<Q> oneToOne(Source<Q> source, int calls) {
    return Program.sharing(source)
        .side('P', offers(1, calls))
        .side('C', polls(calls))
        .last('D', List.of(drain()));
  }

  /** Two producers, of whom the second offers once, and one consumer. */
  static <Q extends Queue<Box>> Sharing<Q> manyToOne(Source<Q> source, int offers, int polls) {
    return Program.sharing(source)
        .side('P', offers(11, offers))
        .side('Q', offers(21, 1))
        .side('C', polls(polls))
        .last('D', List.of(drain()));
  }

  /** One producer, and two consumers, of whom the second polls once. */
  static <Q extends Queue<Box>> Sharing<Q> oneToMany(Source<Q> source, int offers, int polls) {
    return Program.sharing(source)
        .side('P', offers(11, offers))
        .side('B', polls(polls))
        .side('C', polls(1))
        .last('D', List.of(drain()));
  }

  /** Two producers and two consumers; the second of each calls once. */
  static <Q extends Queue<Box>> Sharing<Q> manyToMany(Source<Q> source, int offers, int polls) {
    return Program.sharing(source)
        .side('P', offers(11, offers))
        .side('Q', offers(21, 1))
        .side('B', polls(polls))
        .side('C', polls(1))
        .last('D', List.of(drain()));
  }

  /** Offers of that number, and of those after it. */
  static <Q extends Queue<Box>> List<Operation<Q>> offers(int first, int calls) {
    return IntStream.range(first, first + calls)
        .mapToObj(n -> Operation.<Q>of(MethodCall.of("offer", n), queue -> queue.offer(new Box(n))))
        .toList();
  }

  static <Q extends Queue<Box>> List<Operation<Q>> polls(int calls) {
    return Stream.generate(Queues::<Q>poll).limit(calls).collect(Collectors.toList());
  }

  private static <Q extends Queue<Box>> Operation<Q> poll() {
    return Operation.of(MethodCall.of("poll"), queue -> value(queue.poll()));
  }

  private static <Q extends Queue<Box>> Operation<Q> drain() {
    return Operation.<Q>of(MethodCall.of(LAST_POLL), queue -> value(queue.poll()))
        .repeatedWhile(answer -> !answer.equals(Operation.DONE));
  }

  /** One producer puts, and one consumer takes, as often. */
  static <Q extends BlockingQueue<Box>> Sharing<Q> waiting(Source<Q> source, int calls) {
    return Program.sharing(source)
        .side('P', IntStream.rangeClosed(1, calls).mapToObj(Queues::<Q>put).toList())
        .side('C', Stream.generate(Queues::<Q>take).limit(calls).toList());
  }

  /** Two producers put, the second once, and one consumer takes what they put. */
  static <Q extends BlockingQueue<Box>> Sharing<Q> waitingOfTwo(Source<Q> source, int puts) {
    return Program.sharing(source)
        .side('P', IntStream.range(11, 11 + puts).mapToObj(Queues::<Q>put).toList())
        .side('Q', List.of(put(21)))
        .side('C', Stream.generate(Queues::<Q>take).limit(puts + 1).toList());
  }

  private static <Q extends BlockingQueue<Box>> Operation<Q> put(int number) {
    return Operation.of(
        MethodCall.of("put", number),
        queue -> {
          queue.put(new Box(number));
          return null;
        });
  }

  private static <Q extends BlockingQueue<Box>> Operation<Q> take() {
    return Operation.of(MethodCall.of("take"), queue -> queue.take().value());
  }

  /**
   * A queue that answers in order; where stores are seen late, it may say that there is nothing, or
   * no room, when there is.
   */
  static Promise fifo(int capacity) {
    LinearizabilityMonitor<?> strict = strict(capacity);
    LinearizabilityMonitor<?> late = late(capacity);
    return new Promise(text(capacity), memory -> memory == MemoryModel.SC ? strict : late);
  }

  /** The same without bound. */
  static Promise fifo() {
    return fifo(Integer.MAX_VALUE);
  }

  /** The same, and polling may find nothing while an offer is under way, on any memory. */
  static Promise relaxedFifo(int capacity) {
    return Promise.of(
        text(capacity) + "; `poll` may miss while others are at work", late(capacity));
  }

  private static String text(int capacity) {
    return capacity == Integer.MAX_VALUE ? "a FIFO" : "a FIFO of " + capacity;
  }

  private static LinearizabilityMonitor<?> strict(int capacity) {
    return LinearizabilityMonitor.to(
        SequentialModel.boundedFifo(capacity, Vocabulary.USUAL.with(Verb.POLL, LAST_POLL)));
  }

  private static LinearizabilityMonitor<?> late(int capacity) {
    return strict(capacity).relaxed("poll", null).relaxed("offer", false);
  }

  static @Nullable Integer value(@Nullable Box box) {
    return box == null ? null : box.value();
  }
}
