package org.sabring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a Readable promises its source. */
class ReadableTest {

  private final Turns turns = new Turns();
  private final Asked source = new Asked(turns.loop);

  /** Answers when it is told to. */
  private static final class Asked extends Readable<Integer> {
    int times;

    Asked(EventLoop loop) {
      super(loop, Mode.objects(), Settings.highWaterMark(2));
    }

    @Override
    protected void onRead(int size) {
      times++;
    }
  }

  @Test
  void required_RB603_aSourceIsNotAskedBeforeItHasAnsweredNorAfterTheEnd() {
    turns.runWell(source::read);
    turns.runWell(source::read);
    assertThat(source.times).isEqualTo(1);
    turns.runWell(() -> source.push(1));
    assertThat(source.times).isEqualTo(2);
    turns.runWell(source::pushEnd);
    turns.runWell(source::read);
    turns.runWell(source::read);
    assertThat(source.times).isEqualTo(2);
  }

  @Test
  void required_RB603_aSourceIsNotAskedAfterADestroy() {
    turns.runWell(source::destroy);
    turns.runWell(source::read);
    assertThat(source.times).isZero();
  }
}
