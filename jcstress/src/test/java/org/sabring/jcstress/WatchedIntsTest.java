package org.sabring.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;
import org.sabring.spec.law.Side;

/** How a wait is told that nobody ended. */
class WatchedIntsTest {

  private static final long SHORT = 1_000_000;
  private static final RingLayout LAYOUT = RingLayout.compact(2);

  private final WatchedInts memory = new WatchedInts(SharedInts.heap(LAYOUT.length()), LAYOUT);
  private final CursorRing ring = CursorRing.create(memory, LAYOUT);

  /** Sleeps on a word as it is, whatever it is: as a mutant may. */
  private Awaited sleep(int word) throws InterruptedException {
    return memory.await(word, memory.getVolatile(word), SHORT);
  }

  @Test
  void aConsumerThatFindsNothingWasNotLeftAsleep() throws InterruptedException {
    assertThat(sleep(LAYOUT.write())).isEqualTo(Awaited.TIMED_OUT);
    assertThat(Calls.lastWait(ring, Side.CONSUMER)).isEqualTo(WatchedInts.NO_WAIT);
    assertThat(Calls.awake(ring, Side.CONSUMER, 42)).isEqualTo(42);
  }

  @Test
  void aConsumerThatSleepsThroughAnElementWas() throws InterruptedException {
    ring.producer().offer(42);
    sleep(LAYOUT.write());
    assertThat(Calls.lastWait(ring, Side.CONSUMER)).isEqualTo(Awaited.TIMED_OUT);
    assertThat(Calls.awake(ring, Side.CONSUMER, 42)).isEqualTo(Calls.ASLEEP);
    assertThat(Calls.lastWait(ring, Side.PRODUCER)).isEqualTo(WatchedInts.NO_WAIT);
  }

  @Test
  void aConsumerThatSleepsThroughTheCloseWas() throws InterruptedException {
    ring.producer().close();
    sleep(LAYOUT.write());
    assertThat(Calls.awake(ring, Side.CONSUMER, "END")).isEqualTo(Calls.ASLEEP);
  }

  @Test
  void aProducerOfAFullRingWasNotLeftAsleep() throws InterruptedException {
    ring.producer().offer(1);
    sleep(LAYOUT.read());
    assertThat(Calls.lastWait(ring, Side.PRODUCER)).isEqualTo(WatchedInts.NO_WAIT);
  }

  @Test
  void aProducerThatSleepsThroughTheCancelOrWithRoomWas() throws InterruptedException {
    sleep(LAYOUT.read());
    assertThat(Calls.lastWait(ring, Side.PRODUCER)).isEqualTo(Awaited.TIMED_OUT);
    ring.producer().offer(1);
    ring.consumer().cancel();
    sleep(LAYOUT.read());
    assertThat(Calls.lastWait(ring, Side.PRODUCER)).isEqualTo(Awaited.TIMED_OUT);
  }

  @Test
  void aWordThatHasChangedIsNotWaitedOn() throws InterruptedException {
    ring.producer().offer(42);
    assertThat(memory.await(LAYOUT.write(), 0, SHORT)).isEqualTo(Awaited.NOT_EQUAL);
    assertThat(Calls.lastWait(ring, Side.CONSUMER)).isEqualTo(Awaited.NOT_EQUAL);
  }
}
