package org.sabring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.ring.Consumer;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Taken;

/** A stream into the ring, alone and with a stream out of it on another loop. */
@Timeout(60)
class SabWritableTest {

  private final Turns turns = new Turns();
  private final Log log = new Log();
  private final CursorRing ring = CursorRing.create(3);
  private final Consumer consumer = ring.consumer();
  private final SabWritable stream =
      new SabWritable(turns.loop, ring.producer(), Settings.highWaterMark(2));

  private List<Integer> taken() {
    List<Integer> taken = new ArrayList<>();
    while (consumer.poll() == Taken.ELEMENT) {
      taken.add(consumer.element());
      turns.runAll();
    }
    return taken;
  }

  private int waiters() {
    return ring.memory().waiters(ring.layout().read());
  }

  @Test
  void required_RB612_RB614_beyondRingAndMarkItSaysStopAndDrainFollows() {
    turns.runWell(
        () -> {
          log.hear(stream);
          for (int i = 1; i <= 5; i++) {
            log.say(i + " " + stream.write(i));
          }
        });
    assertThat(log.lines()).containsExactly("1 true", "2 true", "3 true", "4 false", "5 false");
    assertThat(stream.writableLength()).isEqualTo(3);
    assertThat(waiters()).isEqualTo(1);
    assertThat(taken()).containsExactly(1, 2, 3, 4, 5);
    assertThat(log.lines()).containsExactly("drain");
    assertThat(waiters()).isZero();
  }

  @Test
  void required_RB611_RB613_endClosesTheRingAfterEverything() {
    turns.runWell(
        () -> {
          log.hear(stream);
          for (int i = 1; i <= 4; i++) {
            stream.write(i);
          }
          stream.end();
        });
    assertThat(ring.isClosed()).isFalse();
    assertThat(taken()).containsExactly(1, 2, 3, 4);
    assertThat(consumer.poll()).isEqualTo(Taken.END);
    assertThat(log.lines()).containsExactly("finish", "close");
  }

  @Test
  void required_RB615_destroyClosesTheRingAndFailsWhatIsNotStored() {
    turns.runWell(
        () -> {
          log.hear(stream);
          for (int i = 1; i <= 4; i++) {
            int element = i;
            stream.write(i, error -> log.say(element + (error == null ? " stored" : " lost")));
          }
        });
    assertThat(log.lines()).containsExactly("1 stored", "2 stored");
    turns.runWell(() -> stream.destroy(new IllegalStateException("enough")));
    assertThat(log.lines()).containsExactly("3 lost", "4 lost", "error enough", "close");
    assertThat(waiters()).isZero();
    assertThat(taken()).containsExactly(1, 2);
    assertThat(consumer.poll()).isEqualTo(Taken.END);
  }

  @Test
  void required_RB615_cancelFailsTheWriteThatWaits() {
    turns.runWell(
        () -> {
          log.hear(stream);
          for (int i = 1; i <= 3; i++) {
            stream.write(i);
          }
        });
    consumer.cancel();
    turns.runAll();
    assertThat(log.lines()).hasSize(2).first().asString().startsWith("error RING_CANCELLED");
    assertThat(stream.isClosed()).isTrue();
  }

  /** Source, ring, transform, ring, sink, on a thread each; every element doubled, none lost. */
  @Test
  void threeThreadsWithTwoRingsKeepEveryElement() throws Exception {
    int count = 5_000;
    List<Integer> sink = new ArrayList<>();
    CountDownLatch closed = new CountDownLatch(1);
    CursorRing first = CursorRing.create(4);
    CursorRing second = CursorRing.create(4);
    Thread source =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < count; i++) {
                  first.producer().put(i);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              first.producer().close();
            });
    source.setDaemon(true);
    source.start();
    try (EventLoop middle = EventLoop.create("middle");
        EventLoop last = EventLoop.create("last")) {
      middle.post(
          () ->
              Pipeline.of(
                  Operators.map(new SabReadable(middle, first.consumer()), x -> 2 * x),
                  new SabWritable(middle, second.producer()),
                  Done.NOTHING));
      SabReadable end = new SabReadable(last, second.consumer());
      last.post(
          () -> {
            end.data().on(sink::add);
            end.close().on(none -> closed.countDown());
          });
      assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(sink).isEqualTo(IntStream.range(0, count).map(x -> 2 * x).boxed().toList());
  }

  /** Take 10 at the end, and everything before it stops: the source's thread comes free. */
  @Test
  void cancelGoesThroughTheWholeChain() throws Exception {
    CursorRing first = CursorRing.create(4);
    CursorRing second = CursorRing.create(4);
    CountDownLatch sourceFree = new CountDownLatch(1);
    List<Integer> sink = new ArrayList<>();
    Thread source =
        new Thread(
            () -> {
              try {
                for (int i = 0; first.producer().put(i) == org.sabring.ring.Offered.STORED; i++) {
                  // for ever, if nobody cancels
                }
                sourceFree.countDown();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    source.setDaemon(true);
    source.start();
    List<Throwable> failures = new ArrayList<>();
    CountDownLatch over = new CountDownLatch(1);
    try (EventLoop middle = EventLoop.create("middle");
        EventLoop last = EventLoop.create("last")) {
      middle.post(
          () ->
              Pipeline.of(
                  new SabReadable(middle, first.consumer()),
                  new SabWritable(middle, second.producer()),
                  error -> {
                    if (error != null) {
                      failures.add(error);
                    }
                    over.countDown();
                  }));
      last.post(
          () -> Operators.take(new SabReadable(last, second.consumer()), 10).data().on(sink::add));
      assertThat(sourceFree.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(sink).isEqualTo(IntStream.range(0, 10).boxed().toList());
    assertThat(failures).hasSize(1).first().asString().contains("RING_CANCELLED");
  }
}
