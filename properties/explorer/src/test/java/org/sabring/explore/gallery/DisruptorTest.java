package org.sabring.explore.gallery;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sabring.explore.Code;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.gallery.subject.DisruptorPair;
import org.sabring.explore.judge.Call;
import org.sabring.explore.memory.Fence;

/** The ring of the Disruptor; its cursors are plain between fences, which is a race on purpose. */
class DisruptorTest extends GalleryTest {

  private static final Operation<DisruptorPair> POLL =
      Operation.of(Call.of("poll"), DisruptorPair::poll);

  private static final Operation<DisruptorPair> LAST_POLL =
      Operation.of(Call.of(Queues.LAST_POLL), DisruptorPair::poll);

  @Override
  Stream<Specimen> specimens() {
    return Stream.of(
        Specimen.of("RingBuffer(2), 4 + 4", program(4), Queues.fifo(2))
            .with(Code.PLAIN.tolerating("Value.value"))
            .needs(Fence.ACQUIRE)
            .needs(Fence.RELEASE));
  }

  private static Program.Sharing<DisruptorPair> program(int calls) {
    List<Operation<DisruptorPair>> offers =
        IntStream.rangeClosed(1, calls)
            .mapToObj(n -> Operation.<DisruptorPair>of(Call.of("offer", n), pair -> pair.offer(n)))
            .toList();
    return Program.sharing(() -> new DisruptorPair(2))
        .side('P', offers)
        .side('C', Stream.generate(() -> POLL).limit(calls).toList())
        .last('D', LAST_POLL.repeatedWhile(answer -> !answer.equals(Operation.DONE)));
  }
}
