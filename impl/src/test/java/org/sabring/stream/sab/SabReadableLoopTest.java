package org.sabring.stream.sab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.Rules;
import org.sabring.Side;
import org.sabring.ring.CursorRing;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Log;
import org.sabring.stream.Settings;
import org.sabring.stream.Turns;

/** What a stream from a ring promises the loop that it runs on. */
@Timeout(20)
class SabReadableLoopTest {

  private static final int CAPACITY = 8;

  private final Turns turns = new Turns();
  private final Log log = new Log();
  private final WatchedRing ring = new WatchedRing(CAPACITY);
  private final SabReadable stream =
      new SabReadable(turns.loop, ring.consumer(), Settings.highWaterMark(2));

  @Test
  @Rules("RB606")
  void anEmptyRingDoesNotBlockTheLoop() {
    turns.runWell(() -> log.hear(stream, true));
    turns.runWell(() -> log.say("the loop is free"));
    assertThat(log.lines()).containsExactly("the loop is free");
    assertThat(ring.blocked()).isZero();
    assertThat(stream.isDestroyed()).isFalse();
  }

  @Test
  @Rules("RB606")
  void aRingThatIsNeverEmptyDoesNotKeepTheLoop() {
    assertThatOthersComeInBetween(1);
  }

  /** It reads on within one task, a few elements at a time. */
  @Test
  @Rules("RB606")
  void aRingThatIsFullAndNeverEmptyDoesNotKeepTheLoopEither() {
    assertThatOthersComeInBetween(CAPACITY - 1);
  }

  /** Each element that is taken is followed by another at once, up to a last. */
  private void assertThatOthersComeInBetween(int stored) {
    int last = 2_000;
    ring.put(1, stored);
    List<Integer> taken = new ArrayList<>();
    List<Integer> between = new ArrayList<>();
    turns.runWell(
        () -> {
          turns.loop.post(() -> turns.loop.post(() -> between.add(taken.size())));
          stream
              .data()
              .on(
                  element -> {
                    taken.add(element);
                    ring.put(element + stored, Math.min(element + stored, last));
                  });
        });
    assertThat(taken).isEqualTo(IntStream.rangeClosed(1, last).boxed().toList());
    assertThat(between).singleElement().asInstanceOf(INTEGER).isLessThan(last);
  }

  @Test
  void aStreamBelongsToItsLoop() {
    assertThatThrownBy(stream::read).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(stream::destroy).isInstanceOf(IllegalStateException.class);
  }

  /** The seed's stream holds its loop until something comes; ours, above, does not. */
  @Test
  @Tag("threads")
  @Timeout(60)
  void control_theSeedsStreamHoldsItsLoop() throws Exception {
    CursorRing empty = CursorRing.create(4);
    try (EventLoop loop = EventLoop.create("blocked")) {
      BlockingReadable blocking = new BlockingReadable(loop, empty.consumer());
      List<Integer> data = new ArrayList<>();
      CountDownLatch free = new CountDownLatch(1);
      loop.post(() -> blocking.data().on(data::add));
      Side.untilWaiting(empty.memory(), empty.layout().write(), 1);
      loop.post(free::countDown);
      assertThat(free.getCount()).isEqualTo(1);
      empty.producer().put(1);
      empty.producer().put(2);
      empty.producer().close();
      assertThat(free.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(data).containsExactly(1, 2);
    }
  }
}
