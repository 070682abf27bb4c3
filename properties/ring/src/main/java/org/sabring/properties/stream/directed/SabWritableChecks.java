package org.sabring.properties.stream.directed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.sabring.stream.SabWritable;
import org.sabring.stream.Settings;

/** What a stream into a ring promises. The ring stores two elements. */
@SuppressWarnings("unused") // found by their names
final class SabWritableChecks {

  private final HandLoop loop = new HandLoop();
  private final WatchedRing ring = new WatchedRing(3);
  private final SabWritable stream =
      new SabWritable(loop.loop(), ring.producer(), Settings.highWaterMark(2));
  private final List<String> heard = new ArrayList<>();

  private void write(int first, int last) {
    loop.run(
        () -> {
          if (first == 1) {
            stream.drain().on(drained -> heard.add("drain " + stream.writableLength()));
            stream.finish().on(finished -> heard.add("finish"));
            stream.error().on(error -> heard.add("error"));
            stream.close().on(closed -> heard.add("close"));
          }
          for (int element = first; element <= last; element++) {
            stream.write(element, error -> heard.add(error == null ? "written" : "lost"));
          }
        });
  }

  /** The other side takes what there is, and the loop goes on, until nothing comes. */
  private List<Integer> takenAll() {
    List<Integer> all = new ArrayList<>();
    for (List<Integer> some = ring.taken(); !some.isEmpty(); some = ring.taken()) {
      all.addAll(some);
      loop.runAll();
    }
    return all;
  }

  void required_RB611_everythingWrittenIsPutInOrder() {
    write(1, 5);
    assertThat(ring.size()).isEqualTo(2);
    assertThat(takenAll()).containsExactly(1, 2, 3, 4, 5);
    assertThat(ring.blocked()).isZero();
  }

  void required_RB612_drainFollowsWhenTheRingHasTakenAll() {
    write(1, 5);
    assertThat(heard).containsExactly("written", "written");
    takenAll();
    assertThat(heard)
        .containsExactly("written", "written", "written", "written", "drain 0", "written");
  }

  void required_RB613_endClosesTheRingAfterEverything() {
    write(1, 4);
    loop.run(stream::end);
    assertThat(ring.isClosed()).isFalse();
    assertThat(takenAll()).containsExactly(1, 2, 3, 4);
    assertThat(ring.isClosed()).isTrue();
    assertThat(heard).endsWith("finish", "close");
  }

  void required_RB614_roomMadeBeforeItAsksIsNotMissed() {
    ring.inTheGap(() -> assertThat(ring.taken()).containsExactly(1, 2));
    write(1, 3);
    assertThat(ring.taken()).containsExactly(3);
  }

  void required_RB614_aCancelBeforeItAsksIsNotMissed() {
    ring.inTheGap(() -> ring.consumer().cancel());
    write(1, 3);
    assertThat(heard).containsExactly("written", "written", "lost", "error", "close");
  }

  void required_RB615_aDestroyClosesTheRing() {
    write(1, 3);
    loop.run(stream::destroy);
    assertThat(ring.isClosed()).isTrue();
    assertThat(ring.taken()).containsExactly(1, 2);
    assertThat(heard).containsExactly("written", "written", "lost", "close");
  }

  void required_RB615_aCancelledRingDestroysTheStream() {
    ring.consumer().cancel();
    write(1, 1);
    assertThat(heard).containsExactly("lost", "error", "close");
    assertThat(stream.isDestroyed()).isTrue();
  }

  void required_RB615_aCancelWhileItWaitsDestroysTheStream() {
    write(1, 3);
    ring.consumer().cancel();
    loop.runAll();
    assertThat(heard).containsExactly("written", "written", "lost", "error", "close");
  }
}
