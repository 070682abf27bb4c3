package org.sabring.stream.sab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.Rules;
import org.sabring.ring.Taken;
import org.sabring.stream.Log;
import org.sabring.stream.Settings;
import org.sabring.stream.Turns;

/** What a stream into a ring promises. The ring stores two elements. */
@Timeout(20)
class SabWritableTest {

  private final Turns turns = new Turns();
  private final Log log = new Log();
  private final WatchedRing ring = new WatchedRing(3);
  private final SabWritable stream =
      new SabWritable(turns.loop, ring.producer(), Settings.highWaterMark(2));

  private void write(int last) {
    turns.runWell(
        () -> {
          log.hear(stream);
          for (int element = 1; element <= last; element++) {
            stream.write(element, log.telling(element));
          }
        });
  }

  /** The other side takes what there is, and the loop goes on, until nothing comes. */
  private List<Integer> takenAll() {
    List<Integer> all = new ArrayList<>();
    for (List<Integer> some = ring.taken(); !some.isEmpty(); some = ring.taken()) {
      all.addAll(some);
      turns.runAll();
    }
    return all;
  }

  @Test
  @Rules("RB611")
  void everythingWrittenIsPutInOrder() {
    write(5);
    assertThat(ring.size()).isEqualTo(2);
    assertThat(takenAll()).containsExactly(1, 2, 3, 4, 5);
    assertThat(ring.blocked()).isZero();
  }

  @Test
  @Rules("RB612")
  void beyondRingAndMarkItSaysStop() {
    turns.runWell(
        () -> {
          for (int i = 1; i <= 5; i++) {
            log.say(i + " " + stream.write(i));
          }
        });
    assertThat(log.lines()).containsExactly("1 true", "2 true", "3 true", "4 false", "5 false");
    assertThat(stream.writableLength()).isEqualTo(3);
  }

  @Test
  @Rules("RB612")
  void drainFollowsWhenTheRingHasTakenAll() {
    write(5);
    assertThat(log.lines()).containsExactly("1 stored", "2 stored");
    takenAll();
    assertThat(log.lines()).containsExactly("3 stored", "4 stored", "drain 0", "5 stored");
  }

  @Test
  @Rules("RB613")
  void endClosesTheRingAfterEverything() {
    write(4);
    turns.runWell(stream::end);
    assertThat(ring.isClosed()).isFalse();
    assertThat(takenAll()).containsExactly(1, 2, 3, 4);
    assertThat(ring.consumer().poll()).isEqualTo(Taken.END);
    assertThat(log.lines()).endsWith("finish", "close");
  }

  @Test
  @Rules("RB614")
  void aFullRingIsAskedOnce() {
    write(5);
    assertThat(ring.writersWaiting()).isEqualTo(1);
    takenAll();
    assertThat(ring.writersWaiting()).isZero();
  }

  @Test
  @Rules("RB614")
  void roomMadeBeforeItAsksIsNotMissed() {
    ring.inTheGap(() -> assertThat(ring.taken()).containsExactly(1, 2));
    write(3);
    assertThat(ring.taken()).containsExactly(3);
  }

  @Test
  @Rules("RB614")
  void aCancelBeforeItAsksIsNotMissed() {
    ring.inTheGap(() -> ring.consumer().cancel());
    write(3);
    assertThat(log.lines()).hasSize(5).startsWith("1 stored", "2 stored", "3 lost");
  }

  @Test
  @Rules("RB615")
  void destroyClosesTheRingAndFailsWhatIsNotStored() {
    write(4);
    assertThat(log.lines()).containsExactly("1 stored", "2 stored");
    turns.runWell(() -> stream.destroy(new IllegalStateException("enough")));
    assertThat(log.lines()).containsExactly("3 lost", "4 lost", "error enough", "close");
    assertThat(ring.writersWaiting()).isZero();
    assertThat(ring.taken()).containsExactly(1, 2);
    assertThat(ring.consumer().poll()).isEqualTo(Taken.END);
  }

  @Test
  @Rules("RB615")
  void aCancelledRingDestroysTheStream() {
    ring.consumer().cancel();
    write(1);
    assertThat(log.lines()).hasSize(3).startsWith("1 lost").endsWith("close");
    assertThat(stream.isDestroyed()).isTrue();
  }

  @Test
  @Rules("RB615")
  void cancelFailsTheWriteThatWaits() {
    write(3);
    assertThat(log.lines()).containsExactly("1 stored", "2 stored");
    ring.consumer().cancel();
    turns.runAll();
    List<String> lines = log.lines();
    assertThat(lines).hasSize(3).startsWith("3 lost").endsWith("close");
    assertThat(lines.get(1)).startsWith("error RING_CANCELLED");
    assertThat(stream.isClosed()).isTrue();
  }
}
