package org.sabring.properties.stream.directed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.sabring.stream.Operators;
import org.sabring.stream.Pipeline;
import org.sabring.stream.Readable;

/** What streams promise together: operators, pipes and pipelines. */
@SuppressWarnings("unused") // found by their names
final class CompositionChecks {

  private final HandLoop loop = new HandLoop();
  private final Source<Integer> source = Source.ofNumbers(loop.loop(), 2).hear();
  private final Sink sink = new Sink(loop.loop(), 1).hear();
  private final List<Object> heard = new ArrayList<>();

  private void give(int first, int last) {
    loop.run(
        () -> {
          for (int chunk = first; chunk <= last; chunk++) {
            source.give(chunk);
          }
        });
  }

  void whatAFunctionThrowsDestroysBothStreams() {
    loop.run(
        () -> {
          Readable<Integer> halves = Operators.map(source, chunk -> 6 / (chunk - 2));
          halves.data().on(heard::add);
          halves.error().on(error -> heard.add("error"));
          halves.close().on(closed -> heard.add("close"));
        });
    give(1, 2);
    give(3, 3);
    assertThat(heard).containsExactly(-6, "error", "close");
    assertThat(source.isDestroyed()).isTrue();
  }

  void anErrorOfTheSourceIsHeardBehindAnOperator() {
    loop.run(
        () -> {
          Readable<Integer> same = Operators.filter(source, chunk -> true);
          same.error().on(error -> heard.add(error.getMessage()));
          same.close().on(closed -> heard.add("close"));
        });
    loop.run(() -> source.destroy(new IllegalStateException("asked")));
    assertThat(heard).containsExactly("asked", "close");
  }

  void required_RB608_aDestroyedOperatorDestroysItsSource() {
    loop.run(() -> Operators.filter(source, chunk -> true).destroy());
    assertThat(source.heard).containsExactly("close");
  }

  void required_RB602_RB612_aPipeStopsWhileItsSinkIsFull() {
    loop.run(() -> source.pipe(sink));
    give(1, 1);
    give(2, 3);
    assertThat(sink.heard).containsExactly("write 1");
    assertThat(sink.writableLength()).isEqualTo(1);
    assertThat(source.readableLength()).isEqualTo(2);
    while (sink.isWriting()) {
      loop.run(sink::finishOne);
    }
    assertThat(sink.heard)
        .containsExactly("write 1", "drain 0", "write 2", "drain 0", "write 3", "drain 0");
  }

  void anUnpipedSinkGetsNothingMore() {
    loop.run(() -> source.pipe(sink));
    loop.run(() -> source.unpipe(sink));
    loop.run(source::resume);
    give(1, 1);
    assertThat(sink.heard).isEmpty();
  }

  void whatFailsInAPipelineDestroysAllOfIt() {
    loop.run(
        () ->
            Pipeline.of(
                source, sink, error -> heard.add(error == null ? "well" : error.getMessage())));
    loop.run(() -> source.destroy(new IllegalStateException("asked")));
    assertThat(heard).containsExactly("asked");
    assertThat(sink.heard).containsExactly("close");
  }
}
