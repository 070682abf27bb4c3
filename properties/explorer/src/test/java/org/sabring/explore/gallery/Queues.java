package org.sabring.explore.gallery;

import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.Program.Sharing;
import org.sabring.explore.Program.Source;
import org.sabring.explore.judge.Call;

/**
 * Programs of queues: some sides offer, some poll, and in the end the last side polls until nothing
 * is left, so that a lost element is missed.
 */
final class Queues {

  private Queues() {}

  /** One producer offers 1, 2, …, and one consumer polls as often. */
  static <Q extends Queue<Box>> Sharing<Q> oneToOne(Source<Q> source, int calls) {
    return Program.sharing(source)
        .side('P', offers(1, calls))
        .side('C', polls(calls))
        .last('D', List.of(drain()));
  }

  /** Two producers and one consumer. */
  static <Q extends Queue<Box>> Sharing<Q> manyToOne(Source<Q> source, int offers, int polls) {
    return Program.sharing(source)
        .side('P', offers(11, offers))
        .side('Q', offers(21, offers))
        .side('C', polls(polls))
        .last('D', List.of(drain()));
  }

  /** Two producers and two consumers, who call once. */
  static <Q extends Queue<Box>> Sharing<Q> manyToMany(Source<Q> source) {
    return Program.sharing(source)
        .side('P', offers(11, 1))
        .side('Q', offers(21, 1))
        .side('B', polls(1))
        .side('C', polls(1))
        .last('D', List.of(drain()));
  }

  /** Offers of that number, and of those after it. */
  static <Q extends Queue<Box>> List<Operation<Q>> offers(int first, int calls) {
    return IntStream.range(first, first + calls)
        .mapToObj(n -> Operation.<Q>of(Call.of("offer", n), queue -> queue.offer(new Box(n))))
        .toList();
  }

  static <Q extends Queue<Box>> List<Operation<Q>> polls(int calls) {
    return Stream.generate(Queues::<Q>poll).limit(calls).collect(Collectors.toList());
  }

  private static <Q extends Queue<Box>> Operation<Q> poll() {
    return Operation.of(Call.of("poll"), queue -> value(queue.poll()));
  }

  private static <Q extends Queue<Box>> Operation<Q> drain() {
    return Queues.<Q>poll().repeatedWhile(answer -> !answer.equals(Operation.DONE));
  }

  static @Nullable Integer value(@Nullable Box box) {
    return box == null ? null : box.value();
  }
}
