package org.sabring.stream.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.Rules;
import org.sabring.stream.ChunkMode;
import org.sabring.stream.CountingReadable;
import org.sabring.stream.Done;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Log;
import org.sabring.stream.ManualReadable;
import org.sabring.stream.ManualWritable;
import org.sabring.stream.Settings;
import org.sabring.stream.Turns;
import org.sabring.stream.Writable;

/** Streams put together: operators and pipelines, and how they fail. */
@Timeout(20)
class CompositionTest {

  private final Turns turns = new Turns();
  private final Log log = new Log();
  private final CountingReadable source = new CountingReadable(turns.loop, 1_000, 2);
  private final Collecting sink = new Collecting(turns.loop);
  private final ManualReadable<Integer> given = ManualReadable.ofNumbers(turns.loop, 2);
  private final ManualWritable held = new ManualWritable(turns.loop, 1, log);

  /** Done with each chunk in a later task. */
  private static final class Collecting extends Writable<Integer> {
    final List<Integer> chunks = new ArrayList<>();
    int failAt = -1;

    Collecting(EventLoop loop) {
      super(loop, ChunkMode.objects(), Settings.highWaterMark(1));
    }

    @Override
    protected void onWrite(Integer chunk, Done done) {
      if (chunk == failAt) {
        throw new IllegalStateException("sink");
      }
      chunks.add(chunk);
      loop().post(() -> done.done(null));
    }
  }

  private void over(@Nullable Throwable error) {
    log.say("over " + (error == null ? "well" : error.getMessage()));
  }

  @Test
  void mapFilterAndTakeKeepTheOrderAndStopTheSource() {
    turns.runWell(
        () ->
            Pipeline.of(
                Operators.take(
                    Operators.filter(Operators.map(source, x -> 3 * x), x -> x % 2 == 0), 4),
                sink,
                this::over));
    assertThat(sink.chunks).containsExactly(6, 12, 18, 24);
    assertThat(log.lines()).containsExactly("over well");
    assertThat(source.isDestroyed()).isTrue();
    assertThat(source.pushed()).isLessThan(20);
  }

  @Test
  void aPipelineEndsWhenEverythingIsWritten() {
    CountingReadable few = new CountingReadable(turns.loop, 5, 2);
    turns.runWell(() -> Pipeline.of(few, sink, this::over));
    assertThat(sink.chunks).containsExactly(1, 2, 3, 4, 5);
    assertThat(log.lines()).containsExactly("over well");
    assertThat(sink.isWritableFinished()).isTrue();
  }

  @Test
  @Rules
  void whatMapThrowsDestroysBothSides() {
    turns.runWell(
        () ->
            Pipeline.of(
                Operators.map(
                    source,
                    x -> {
                      if (x == 3) {
                        throw new IllegalStateException("map");
                      }
                      return x;
                    }),
                sink,
                this::over));
    assertThat(log.lines()).containsExactly("over map");
    assertThat(source.isDestroyed()).isTrue();
    assertThat(sink.isDestroyed()).isTrue();
    assertThat(sink.chunks).doesNotContain(3);
  }

  @Test
  void whatTheSinkThrowsDestroysTheSource() {
    sink.failAt = 4;
    turns.runWell(() -> Pipeline.of(source, sink, this::over));
    assertThat(log.lines()).containsExactly("over sink");
    assertThat(sink.chunks).containsExactly(1, 2, 3);
    assertThat(source.isDestroyed()).isTrue();
  }

  @Test
  @Rules
  void aSourceThatFailsDestroysTheSink() {
    turns.runWell(
        () -> {
          Pipeline.of(source, sink, this::over);
          source.destroy(new IllegalStateException("asked"));
        });
    assertThat(log.lines()).containsExactly("over asked");
    assertThat(sink.isDestroyed()).isTrue();
  }

  @Test
  void aSourceThatClosesEarlyDestroysTheSink() {
    turns.runWell(
        () -> {
          Pipeline.of(source, sink, this::over);
          source.destroy();
        });
    assertThat(log.lines()).last().asString().startsWith("over ERR_STREAM_PREMATURE_CLOSE");
    assertThat(sink.isDestroyed()).isTrue();
  }

  @Test
  void streamsOfDifferentLoopsAreNotPiped() {
    Collecting elsewhere = new Collecting(new Turns().loop);
    assertThatThrownBy(() -> Pipeline.of(source, elsewhere, Done.NOTHING))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Rules
  void anErrorOfTheSourceIsHeardBehindAnOperator() {
    turns.runWell(() -> log.hear(Operators.filter(source, chunk -> true), false));
    turns.runWell(() -> source.destroy(new IllegalStateException("asked")));
    assertThat(log.lines()).containsExactly("error asked", "close");
  }

  @Test
  @Rules("RB608")
  void aDestroyedOperatorDestroysItsSource() {
    turns.runWell(() -> log.hear(source, false));
    turns.runWell(() -> Operators.filter(source, chunk -> true).destroy());
    assertThat(log.lines()).containsExactly("close");
  }

  @Test
  @Rules({"RB602", "RB612"})
  void aPipeStopsWhileItsSinkIsFull() {
    turns.runWell(() -> log.hear(held));
    turns.runWell(() -> given.pipe(held));
    turns.runWell(() -> given.give(1));
    turns.runWell(() -> given.give(2));
    turns.runWell(() -> given.give(3));
    assertThat(log.lines()).containsExactly("write 1");
    assertThat(held.writableLength()).isEqualTo(1);
    assertThat(given.readableLength()).isEqualTo(2);
    while (held.isWriting()) {
      turns.runWell(held::finishOne);
    }
    assertThat(log.lines()).containsExactly("drain 0", "write 2", "drain 0", "write 3", "drain 0");
  }

  @Test
  @Rules
  void anUnpipedSinkGetsNothingMore() {
    turns.runWell(() -> given.pipe(held));
    turns.runWell(() -> given.unpipe(held));
    turns.runWell(given::resume);
    turns.runWell(() -> given.give(1));
    assertThat(log.lines()).isEmpty();
  }
}
