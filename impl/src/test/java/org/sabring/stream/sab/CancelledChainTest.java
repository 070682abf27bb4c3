package org.sabring.stream.sab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.Side;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Offered;
import org.sabring.stream.EventLoop;
import org.sabring.stream.StreamException;
import org.sabring.stream.compose.Operators;
import org.sabring.stream.compose.Pipeline;

/** A chain of two rings, with a thread that blocks at its head. */
@Tag("threads")
@Timeout(60)
class CancelledChainTest {

  private final CursorRing first = CursorRing.create(4);
  private final CursorRing second = CursorRing.create(4);

  /** Take 10 at the end, and everything before it stops: the source's thread comes free. */
  @Test
  void cancelGoesThroughTheWholeChain() throws Exception {
    Side<Offered> source = Side.start(this::putUntilRefused);
    CompletableFuture<String> over = new CompletableFuture<>();
    List<Integer> sunk = new ArrayList<>();
    try (EventLoop middle = EventLoop.create("middle");
        EventLoop last = EventLoop.create("last")) {
      middle.post(
          () ->
              Pipeline.of(
                  new SabReadable(middle, first.consumer()),
                  new SabWritable(middle, second.producer()),
                  error -> over.complete(String.valueOf(error))));
      last.post(
          () -> Operators.take(new SabReadable(last, second.consumer()), 10).data().on(sunk::add));
      assertThat(source.answer()).isEqualTo(Offered.CANCELLED);
      assertThat(over.get(30, TimeUnit.SECONDS))
          .contains(StreamException.class.getSimpleName(), "RING_CANCELLED");
    }
    assertThat(sunk).isEqualTo(IntStream.range(0, 10).boxed().toList());
  }

  private Offered putUntilRefused() throws InterruptedException {
    Offered answer = Offered.STORED;
    for (int i = 0; answer == Offered.STORED; i++) {
      answer = first.producer().put(i);
    }
    return answer;
  }
}
