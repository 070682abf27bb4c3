package org.sabring.properties.stream.directed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sabring.stream.Operators;
import org.sabring.stream.SabReadable;
import org.sabring.stream.Settings;

/** What a stream from a ring promises. */
@SuppressWarnings("unused") // found by their names
final class SabReadableChecks {

  private final HandLoop loop = new HandLoop();
  private final WatchedRing ring = new WatchedRing(8);
  private final SabReadable stream =
      new SabReadable(loop.loop(), ring.consumer(), Settings.highWaterMark(2));
  private final List<Object> heard = new ArrayList<>();

  private void hear() {
    loop.run(
        () -> {
          stream.end().on(ended -> heard.add("end"));
          stream.error().on(error -> heard.add(error.getMessage()));
          stream.close().on(closed -> heard.add("close"));
        });
  }

  private void flow() {
    loop.run(() -> stream.data().on(heard::add));
  }

  void required_RB601_RB604_everythingPutComesOutInOrderAndThenTheEnd() {
    ring.put(1, 5);
    hear();
    flow();
    ring.put(6, 7);
    loop.runAll();
    ring.producer().close();
    loop.runAll();
    assertThat(heard).containsExactly(1, 2, 3, 4, 5, 6, 7, "end", "close");
    assertThat(ring.isCancelled()).isFalse();
  }

  void required_RB602_aStreamThatNobodyReadsTakesAsMuchAsItsMark() {
    ring.put(1, 7);
    loop.run(() -> stream.read(0));
    assertThat(stream.readableLength()).isEqualTo(2);
    assertThat(ring.size()).isEqualTo(5);
  }

  void required_RB605_nothingIsTakenAfterADestroy() {
    ring.put(1, 7);
    hear();
    loop.run(
        () ->
            stream
                .data()
                .on(
                    element -> {
                      heard.add(element);
                      stream.destroy();
                    }));
    int stored = ring.size();
    loop.run(() -> stream.read(0));
    assertThat(ring.size()).isEqualTo(stored);
    assertThat(heard).startsWith(1).endsWith("close").doesNotContain("end");
  }

  void required_RB605_whoWasToldBeforeADestroyTakesNothing() {
    hear();
    flow();
    loop.loop().post(stream::destroy);
    ring.put(1, 3); // tells it: a task that comes after that one
    loop.runAll();
    assertThat(ring.size()).isEqualTo(3);
    assertThat(heard).containsExactly("close");
  }

  void required_RB606_anEmptyRingDoesNotBlockTheLoop() {
    hear();
    flow();
    assertThat(ring.blocked()).isZero();
    assertThat(stream.isDestroyed()).isFalse();
  }

  void required_RB606_aRingThatIsNeverEmptyDoesNotKeepTheLoop() {
    int elements = 2_000;
    ring.put(1, 7);
    List<Integer> taken = new ArrayList<>();
    List<Integer> between = new ArrayList<>();
    loop.run(
        () -> {
          loop.loop().post(() -> loop.loop().post(() -> between.add(taken.size())));
          stream
              .data()
              .on(
                  element -> {
                    taken.add(element);
                    if (element + 7 <= elements) {
                      ring.put(element + 7, element + 7);
                    }
                  });
        });
    assertThat(taken).isEqualTo(IntStream.rangeClosed(1, elements).boxed().toList());
    assertThat(between).singleElement().asInstanceOf(INTEGER).isLessThan(elements);
  }

  void required_RB607_whatIsPutBeforeItAsksIsNotMissed() {
    ring.inTheGap(() -> ring.put(1, 1));
    hear();
    flow();
    assertThat(heard).containsExactly(1);
  }

  void required_RB607_aCloseBeforeItAsksIsNotMissed() {
    ring.inTheGap(() -> ring.producer().close());
    hear();
    flow();
    assertThat(heard).containsExactly("end", "close");
  }

  void required_RB607_whoWasToldOnceIsToldAgain() {
    hear();
    loop.run(() -> stream.read(0));
    ring.put(1, 7); // told; takes two, and wants no more
    loop.runAll();
    assertThat(stream.readableLength()).isEqualTo(2);
    flow();
    ring.put(8, 9);
    loop.runAll();
    assertThat(heard).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  void required_RB608_aDestroyCancelsTheRing() {
    ring.put(1, 7);
    loop.run(stream::destroy);
    assertThat(ring.isCancelled()).isTrue();
  }

  void required_RB608_whoTakesEnoughCancelsTheRing() {
    ring.put(1, 7);
    loop.run(() -> Operators.take(stream, 2).data().on(heard::add));
    assertThat(heard).containsExactly(1, 2);
    assertThat(ring.isCancelled()).isTrue();
  }
}
