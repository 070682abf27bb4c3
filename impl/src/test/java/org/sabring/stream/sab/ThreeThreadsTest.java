package org.sabring.stream.sab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.Side;
import org.sabring.ring.CursorRing;
import org.sabring.stream.ChunkMode;
import org.sabring.stream.Done;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Readable;
import org.sabring.stream.Settings;
import org.sabring.stream.StreamException;
import org.sabring.stream.Writable;
import org.sabring.stream.compose.Operators;
import org.sabring.stream.compose.Pipeline;

/**
 * Source, ring, transform, ring, sink: a loop and a thread each. Every bound is kept, and the chain
 * shuts down from whichever end, or from its middle, with nothing lost or invented.
 */
@Timeout(120)
class ThreeThreadsTest {

  enum Ending {
    SOURCE_ENDS,
    SOURCE_FAILS,
    TRANSFORM_THROWS,
    SINK_FAILS,
    SINK_CANCELS
  }

  private static final int AT = 1_000;
  private static final int CAPACITY = 4;
  private static final int MARK = 3;

  /** Six streams up to their marks, the transform's one, two rings, one in the source's hand. */
  private static final int IN_FLIGHT = 6 * MARK + 1 + 2 * (CAPACITY - 1) + 1;

  private final EventLoop upstream = EventLoop.create("upstream");
  private final EventLoop middle = EventLoop.create("middle");
  private final EventLoop downstream = EventLoop.create("downstream");
  private final CursorRing first = CursorRing.create(CAPACITY);
  private final CursorRing second = CursorRing.create(CAPACITY);
  private final IllegalStateException thrown = new IllegalStateException("thrown");
  private final AtomicInteger received = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();

  /** The sink's own thread's, and read by the test after the chain is over. */
  private final List<Integer> sunk = new ArrayList<>();

  /** While closed, the sink takes no more than one chunk. */
  private volatile CountDownLatch gate = new CountDownLatch(0);

  @AfterEach
  void endTheLoops() {
    List.of(upstream, middle, downstream).forEach(EventLoop::close);
  }

  /** 0, 1, 2 … as fast as anybody reads. */
  private final class Source extends Readable<Integer> {
    private final Ending ending;
    private int next;

    Source(Ending ending) {
      super(upstream, ChunkMode.objects(), Settings.highWaterMark(MARK));
      this.ending = ending;
    }

    @Override
    protected void onRead(int size) {
      boolean more = true;
      while (more && !(next == AT && ending == Ending.SOURCE_ENDS)) {
        if (next == AT && ending == Ending.SOURCE_FAILS) {
          throw thrown;
        }
        int inFlight = next + 1 - received.get();
        mostInFlight.accumulateAndGet(inFlight, Math::max);
        more = push(next++);
      }
      if (more) {
        pushEnd();
      }
    }
  }

  private final class Sink extends Writable<Integer> {
    private final Ending ending;

    Sink(Ending ending) {
      super(downstream, ChunkMode.objects(), Settings.highWaterMark(MARK));
      this.ending = ending;
    }

    @Override
    protected void onWrite(Integer chunk, Done done) {
      // As in Node, a sink that failed at once is still given what was buffered behind.
      if (chunk >= 2 * AT && ending == Ending.SINK_FAILS) {
        throw thrown;
      }
      sunk.add(chunk);
      received.incrementAndGet();
      goOn(done);
    }

    /** Without blocking the loop: the gate is looked at again and again, in later tasks. */
    private void goOn(Done done) {
      loop()
          .post(
              () -> {
                if (gate.getCount() == 0) {
                  done.done(null);
                } else {
                  goOn(done);
                }
              });
    }
  }

  private int transform(int element, Ending ending) {
    if (element == AT && ending == Ending.TRANSFORM_THROWS) {
      throw thrown;
    }
    return 2 * element;
  }

  /** How each of the three pipelines ends. */
  private List<CompletableFuture<String>> start(Ending ending) {
    List<CompletableFuture<String>> over =
        List.of(new CompletableFuture<>(), new CompletableFuture<>(), new CompletableFuture<>());
    Settings settings = Settings.highWaterMark(MARK);
    downstream.post(
        () -> {
          SabReadable in = new SabReadable(downstream, second.consumer(), settings);
          Readable<Integer> some = ending == Ending.SINK_CANCELS ? Operators.take(in, AT) : in;
          Pipeline.of(some, new Sink(ending), telling(over.get(2)));
        });
    middle.post(
        () ->
            Pipeline.of(
                Operators.map(
                    new SabReadable(middle, first.consumer(), settings),
                    element -> transform(element, ending)),
                new SabWritable(middle, second.producer(), settings),
                telling(over.get(1))));
    upstream.post(
        () ->
            Pipeline.of(
                new Source(ending),
                new SabWritable(upstream, first.producer(), settings),
                telling(over.get(0))));
    return over;
  }

  private static Done telling(CompletableFuture<String> over) {
    return error ->
        over.complete(
            error == null
                ? "well"
                : error instanceof StreamException s ? s.code().name() : error.getMessage());
  }

  private static int produced(CursorRing ring) {
    return ring.memory().getVolatile(ring.layout().produced());
  }

  @ParameterizedTest
  @EnumSource
  void itShutsDownFromEverywhereAndNothingIsLostOrInvented(Ending ending) throws Exception {
    List<CompletableFuture<String>> over = start(ending);
    List<String> outcomes = new ArrayList<>();
    for (CompletableFuture<String> one : over) {
      outcomes.add(one.get(60, TimeUnit.SECONDS));
    }
    assertThat(outcomes)
        .containsExactly(
            switch (ending) {
              case SOURCE_ENDS -> new String[] {"well", "well", "well"};
              case SOURCE_FAILS -> new String[] {"thrown", "well", "well"};
              case TRANSFORM_THROWS -> new String[] {"RING_CANCELLED", "thrown", "well"};
              case SINK_FAILS -> new String[] {"RING_CANCELLED", "RING_CANCELLED", "thrown"};
              case SINK_CANCELS -> new String[] {"RING_CANCELLED", "RING_CANCELLED", "well"};
            });
    int count = sunk.size();
    assertThat(sunk).isEqualTo(IntStream.range(0, count).map(x -> 2 * x).boxed().toList());
    switch (ending) {
      case SOURCE_ENDS, SINK_FAILS, SINK_CANCELS -> assertThat(count).isEqualTo(AT);
      // What had come into a ring before the failure still comes out of the chain.
      case SOURCE_FAILS -> assertThat(count).isLessThanOrEqualTo(AT).isEqualTo(produced(first));
      case TRANSFORM_THROWS ->
          assertThat(count).isLessThanOrEqualTo(AT).isEqualTo(produced(second));
    }
    assertThat(mostInFlight.get()).isBetween(CAPACITY, IN_FLIGHT);
    for (CursorRing ring : List.of(first, second)) {
      assertThat(ring.memory().waiters(ring.layout().read())).isZero();
      assertThat(ring.memory().waiters(ring.layout().write())).isZero();
    }
  }

  /** With a sink that stands still everything fills to its bound; then everything arrives. */
  @Test
  void aSinkThatStandsStillStallsTheSourceAndLosesNothing() throws Exception {
    gate = new CountDownLatch(1);
    List<CompletableFuture<String>> over = start(Ending.SOURCE_ENDS);
    Side.until(() -> received.get() == 1); // the rings may be full before the sink has begun
    for (CursorRing ring : List.of(second, first)) {
      Side.until(
          () ->
              ring.size() == CAPACITY - 1
                  && ring.memory().waiters(ring.layout().read()) == 1
                  && ring.memory().waiters(ring.layout().write()) == 0);
    }
    assertThat(received).hasValue(1);
    assertThat(produced(second)).isLessThanOrEqualTo(1 + IN_FLIGHT);
    assertThat(mostInFlight.get()).isBetween(4 * MARK, IN_FLIGHT);
    gate.countDown();
    for (CompletableFuture<String> one : over) {
      assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo("well");
    }
    assertThat(sunk).hasSize(AT);
    assertThat(mostInFlight.get()).isLessThanOrEqualTo(IN_FLIGHT);
  }

  /** The control: without the rings' bounds the source would run away from a sink that stands. */
  @Test
  void control_aSourceThatDoesNotHeedItsWriterRunsAway() throws Exception {
    gate = new CountDownLatch(1);
    CompletableFuture<Integer> held = new CompletableFuture<>();
    upstream.post(
        () -> {
          SabWritable deaf = new SabWritable(upstream, first.producer(), Settings.highWaterMark(1));
          for (int i = 0; i < 2 * IN_FLIGHT; i++) {
            deaf.write(i);
          }
          held.complete(deaf.writableLength());
        });
    assertThat(held.get(30, TimeUnit.SECONDS)).isGreaterThan(IN_FLIGHT);
  }
}
