package org.sabring.jcstress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sabring.memory.Awaited;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Offered;
import org.sabring.ring.Taken;

/** What stands around the calls of the races, without their second thread. */
class CallsTest {

  private final CursorRing ring = Rings.compact(2);
  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void asksTwiceWhereNobodySaysHowOften() {
    assertThat(Calls.attempt(this::poll)).isEqualTo(Taken.EMPTY);
    assertThat(calls).hasValue(2);
  }

  @Test
  void asksNoMoreOnceItIsAnswered() {
    ring.producer().offer(42);
    assertThat(Calls.got(ring, Calls.attempt(this::poll))).isEqualTo(42);
    assertThat(calls).hasValue(1);
    ring.producer().close();
    assertThat(Calls.got(ring, Calls.attempt(this::poll))).isEqualTo(Taken.END);
  }

  @Test
  void takesOneNapWhereItIsLong() {
    assertThat(Calls.<Object>patiently(() -> timedOut())).isEqualTo(Taken.TIMED_OUT);
    assertThat(calls).hasValue(Calls.NAPS).hasValue(1);
  }

  @Test
  void nobodyInterruptsASide() {
    assertThatThrownBy(
            () ->
                Calls.timed(
                    () -> {
                      throw new InterruptedException();
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void tellsABatchInAWord() {
    int[] into = new int[2];
    var consumer = ring.consumer().batches();
    assertThat(Calls.gotAll(consumer, into, consumer.poll(into, 0, 2))).isEqualTo(Taken.EMPTY);
    ring.producer().offer(1);
    assertThat(Calls.gotAll(consumer, into, consumer.poll(into, 0, 2))).isEqualTo(1);
    CursorRing two = Rings.holding(Rings.lapped(Rings.compact(3), 1), 2, 3);
    var both = two.consumer().batches();
    assertThat(Calls.gotAll(both, into, both.poll(into, 0, 2))).isEqualTo("2 3");
  }

  @Test
  void whoAsksIsToldAtOnceOrLater() {
    AskingSide asking = new AskingSide();
    assertThat(asking.until(() -> ring.producer().offer(1), ring.producer()::whenReady))
        .isEqualTo(Offered.STORED);
    assertThat(asking.lastWait()).isEqualTo(WatchedInts.NO_WAIT);
    Object answer =
        asking.until(
            () -> ring.producer().offer(2),
            told -> {
              var question = ring.producer().whenReady(told);
              ring.consumer().poll();
              return question;
            });
    assertThat(asking.awake(answer)).isEqualTo(Offered.STORED);
    assertThat(asking.lastWait()).isEqualTo(Awaited.OK);
    assertThat(Rings.compact(2).consumer().whenReady(asking)).isNotNull();
  }

  @Test
  void aStreamTellsItsEvents() {
    ring.producer().offer(1);
    ring.producer().close();
    assertThat(new Streaming(ring).events(stream -> {})).isEqualTo("1 end close");
  }

  @Test
  void aStreamThatFailsTellsIt() {
    ring.producer().offer(1);
    assertThat(new Streaming(ring).events(stream -> stream.destroy(new IllegalStateException())))
        .isEqualTo("1 error close");
    assertThat(ring.producer().offer(2)).isEqualTo(Offered.CANCELLED);
  }

  private Taken poll() {
    calls.incrementAndGet();
    return ring.consumer().poll();
  }

  private Taken timedOut() {
    calls.incrementAndGet();
    return Taken.TIMED_OUT;
  }
}
