package org.sabring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.Rules;

/** What a Readable promises, whatever its source is. */
@Timeout(20)
class ReadableTest {

  private final Turns turns = new Turns();
  private final Log log = new Log();
  private final ManualReadable<Integer> source = ManualReadable.ofNumbers(turns.loop, 4);

  private void push(int first, int last) {
    for (int chunk = first; chunk <= last; chunk++) {
      source.push(chunk);
    }
  }

  private void hearPaused() {
    source.pause();
    log.hear(source, true);
  }

  @Test
  @Rules("RB603")
  void aSourceIsNotAskedAgainBeforeItHasAnswered() {
    turns.runWell(source::read);
    turns.runWell(source::read);
    assertThat(source.asked()).isEqualTo(1);
    turns.runWell(() -> source.push(1));
    assertThat(source.asked()).isEqualTo(2);
  }

  @Test
  @Rules("RB603")
  void aSourceIsNotAskedAfterTheEnd() {
    turns.runWell(source::read);
    turns.runWell(
        () -> {
          push(1, 2);
          source.pushEnd();
        });
    int asked = source.asked();
    turns.runWell(source::read);
    assertThat(source.asked()).isEqualTo(asked);
  }

  @Test
  @Rules("RB603")
  void aSourceIsNotAskedAfterADestroy() {
    turns.runWell(source::destroy);
    turns.runWell(() -> source.read(0));
    turns.runWell(source::read);
    assertThat(source.asked()).isZero();
  }

  @Test
  @Rules("RB601")
  void chunksComeOutInTheOrderInWhichTheyWerePushed() {
    List<Integer> read = new ArrayList<>();
    turns.runWell(
        () -> {
          push(1, 3);
          for (Integer chunk = source.read(); chunk != null; chunk = source.read()) {
            read.add(chunk);
          }
        });
    assertThat(read).containsExactly(1, 2, 3);
  }

  @Test
  @Rules("RB601")
  void whatIsPushedWhilePausedIsKept() {
    turns.runWell(
        () -> {
          hearPaused();
          push(1, 2);
        });
    assertThat(log.lines()).isEmpty();
    turns.runWell(source::resume);
    assertThat(log.lines()).containsExactly("data 1", "data 2");
  }

  @Test
  @Rules("RB601")
  void bytesAreDividedAndJoinedAsAskedFor() {
    ManualReadable<byte[]> bytes = new ManualReadable<>(turns.loop, ChunkMode.bytes(), 16);
    List<byte[]> read = new ArrayList<>();
    turns.runWell(
        () -> {
          bytes.push(new byte[] {1, 2, 3});
          bytes.push(new byte[] {4});
          bytes.push(new byte[] {5, 6});
          bytes.pushEnd();
          for (int size : new int[] {2, 3, 4}) {
            byte[] chunk = bytes.read(size);
            read.add(chunk == null ? new byte[0] : chunk);
          }
        });
    assertThat(read)
        .usingRecursiveComparison()
        .isEqualTo(List.of(new byte[] {1, 2}, new byte[] {3, 4, 5}, new byte[] {6}));
  }

  @Test
  @Rules("RB602")
  void aPushSaysWhenTheBufferIsFull() {
    ManualReadable<Integer> small = ManualReadable.ofNumbers(turns.loop, 2);
    List<Boolean> answers = new ArrayList<>();
    turns.runWell(
        () -> {
          for (int chunk = 1; chunk <= 3; chunk++) {
            answers.add(small.push(chunk));
          }
        });
    assertThat(answers).containsExactly(true, false, false);
  }

  @Test
  @Rules("RB604")
  void theEndWaitsForWhatWasGivenBack() {
    turns.runWell(
        () -> {
          log.hear(source, false);
          source.push(1);
          source.pushEnd();
        });
    turns.runWell(
        () -> {
          log.say("read " + source.read());
          source.unshift(9);
        });
    turns.runWell(() -> log.say("read " + source.read()));
    turns.runWell(source::read);
    assertThat(log.lines()).containsExactly("read 1", "read 9", "end", "close");
  }

  @Test
  @Rules("RB604")
  void theEndComesOnce() {
    turns.runWell(
        () -> {
          log.hear(source, false);
          source.pushEnd();
          source.read();
          source.read();
        });
    assertThat(log.lines()).containsExactly("end", "close");
  }

  @Test
  @Rules("RB605")
  void whatIsPushedAfterADestroyIsNotHandedOut() {
    turns.runWell(() -> log.hear(source, true));
    turns.runWell(
        () -> {
          source.destroy();
          source.push(1);
        });
    turns.runWell(() -> source.push(2));
    assertThat(log.lines()).containsExactly("close");
    assertThat(source.readableLength()).isZero();
  }

  @Test
  @Rules("RB605")
  void whatIsHeldIsNotHandedOutAfterTheClose() {
    turns.runWell(
        () -> {
          hearPaused();
          source.push(1);
          source.destroy();
        });
    turns.runWell(source::read);
    assertThat(log.lines()).containsExactly("close");
  }

  @Test
  @Rules("RB605")
  void aDestroyIsFollowedByTheClose() {
    turns.runWell(() -> log.hear(source, false));
    turns.runWell(source::destroy);
    assertThat(log.lines()).containsExactly("close");
  }

  @Test
  @Rules
  void anErrorIsHeardBeforeTheClose() {
    turns.runWell(() -> log.hear(source, false));
    turns.runWell(() -> source.destroy(new IllegalStateException("asked")));
    assertThat(log.lines()).containsExactly("error asked", "close");
  }

  @Test
  void anErrorThatNobodyListensToIsReportedByTheLoop() {
    IllegalStateException lost = new IllegalStateException("lost");
    turns.run(() -> source.destroy(lost));
    assertThat(turns.uncaught).hasSize(1);
    assertThat(turns.uncaught.get(0)).isInstanceOf(StreamException.class).hasCause(lost);
  }
}
