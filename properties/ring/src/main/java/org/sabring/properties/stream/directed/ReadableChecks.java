package org.sabring.properties.stream.directed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.sabring.stream.Mode;

/** What a Readable promises, whatever its source is. */
@SuppressWarnings("unused") // found by their names
final class ReadableChecks {

  private final HandLoop loop = new HandLoop();

  void required_RB603_aSourceIsNotAskedAgainBeforeItHasAnswered() {
    Source<Integer> source = Source.ofNumbers(loop.loop(), 4);
    loop.run(source::read);
    loop.run(source::read);
    assertThat(source.asked()).isEqualTo(1);
    loop.run(() -> source.give(1));
    assertThat(source.asked()).isEqualTo(2);
  }

  void required_RB603_aSourceIsNotAskedAfterTheEnd() {
    Source<Integer> source = Source.ofNumbers(loop.loop(), 4);
    loop.run(source::read);
    loop.run(
        () -> {
          source.give(1);
          source.give(2);
          source.giveEnd();
        });
    int asked = source.asked();
    loop.run(source::read);
    assertThat(source.asked()).isEqualTo(asked);
  }

  void required_RB603_aSourceIsNotAskedAfterADestroy() {
    Source<Integer> source = Source.ofNumbers(loop.loop(), 4).hear();
    loop.run(source::destroy);
    loop.run(() -> source.read(0));
    assertThat(source.asked()).isZero();
  }

  void required_RB601_chunksComeOutInTheOrderInWhichTheyWerePushed() {
    Source<Integer> source = Source.ofNumbers(loop.loop(), 4);
    List<Integer> read = new ArrayList<>();
    loop.run(
        () -> {
          source.give(1);
          source.give(2);
          source.give(3);
          for (Integer chunk = source.read(); chunk != null; chunk = source.read()) {
            read.add(chunk);
          }
        });
    assertThat(read).containsExactly(1, 2, 3);
  }

  void required_RB601_whatIsPushedWhilePausedIsKept() {
    Source<Integer> source = Source.ofNumbers(loop.loop(), 4);
    loop.run(
        () -> {
          source.hearPaused();
          source.give(1);
          source.give(2);
        });
    assertThat(source.heard).isEmpty();
    loop.run(source::resume);
    assertThat(source.heard).containsExactly("data 1", "data 2");
  }

  void required_RB601_noByteIsLostWhereChunksAreDivided() {
    Source<byte[]> source = new Source<>(loop.loop(), Mode.bytes(), 16);
    List<Byte> read = new ArrayList<>();
    loop.run(
        () -> {
          source.give(new byte[] {1, 2, 3});
          source.give(new byte[] {4, 5, 6});
          for (byte[] part = source.read(2); part != null; part = source.read(2)) {
            for (byte one : part) {
              read.add(one);
            }
          }
        });
    assertThat(read).containsExactly((byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5, (byte) 6);
  }

  void required_RB602_aPushSaysWhenTheBufferIsFull() {
    Source<Integer> source = Source.ofNumbers(loop.loop(), 2);
    List<Boolean> answers = new ArrayList<>();
    loop.run(
        () -> {
          for (int i = 1; i <= 3; i++) {
            answers.add(source.give(i));
          }
        });
    assertThat(answers).containsExactly(true, false, false);
  }

  void required_RB604_theEndWaitsForWhatWasGivenBack() {
    Source<Integer> source = Source.ofNumbers(loop.loop(), 4).hear();
    loop.run(
        () -> {
          source.give(1);
          source.giveEnd();
        });
    loop.run(
        () -> {
          source.heard.add("read " + source.read());
          source.unshift(9);
        });
    loop.run(() -> source.heard.add("read " + source.read()));
    loop.run(source::read);
    assertThat(source.heard).containsExactly("read 1", "read 9", "end", "close");
  }

  void required_RB604_theEndComesOnce() {
    Source<Integer> source = Source.ofNumbers(loop.loop(), 4).hear();
    loop.run(
        () -> {
          source.giveEnd();
          source.read();
          source.read();
        });
    assertThat(source.heard).containsExactly("end", "close");
  }

  void required_RB605_whatIsPushedAfterADestroyIsNotHandedOut() {
    Source<Integer> source = Source.ofNumbers(loop.loop(), 4).hear();
    loop.run(() -> source.data().on(chunk -> source.heard.add("data " + chunk)));
    loop.run(
        () -> {
          source.destroy();
          source.give(1);
        });
    loop.run(() -> source.give(2));
    assertThat(source.heard).containsExactly("close");
    assertThat(source.readableLength()).isZero();
  }

  void required_RB605_whatIsHeldIsNotHandedOutAfterTheClose() {
    Source<Integer> source = Source.ofNumbers(loop.loop(), 4);
    loop.run(
        () -> {
          source.hearPaused();
          source.give(1);
          source.destroy();
        });
    loop.run(source::read);
    assertThat(source.heard).containsExactly("close");
  }

  void required_RB605_aDestroyIsFollowedByTheClose() {
    Source<Integer> source = Source.ofNumbers(loop.loop(), 4).hear();
    loop.run(source::destroy);
    assertThat(source.heard).containsExactly("close");
  }

  void anErrorIsHeardBeforeTheClose() {
    Source<Integer> source = Source.ofNumbers(loop.loop(), 4).hear();
    loop.run(() -> source.destroy(new IllegalStateException("asked")));
    assertThat(source.heard).containsExactly("error asked", "close");
  }

  void whatIsPutOffComesBeforeTheNextTask() {
    List<String> ran = new ArrayList<>();
    loop.run(
        () -> {
          loop.loop().post(() -> ran.add("task"));
          loop.loop().nextTick(() -> ran.add("tick"));
        });
    assertThat(ran).containsExactly("tick", "task");
  }
}
