package org.sabring.spec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.Interleaving.Line;
import org.sabring.spec.law.RingSide;

/** What is drawn of the lines that the layers write. */
class StoryFrameTest {

  private static StoryFrame last(Line... lines) {
    List<StoryFrame> scenes = StoryFrame.of(new Interleaving("t", List.of(lines)));
    return scenes.get(scenes.size() - 1);
  }

  @Test
  void theLawsLines() {
    StoryFrame scene =
        last(
            new Line(null, "at first", "WRITE=0 READ=0 slots=[0, 0]", ""),
            new Line(
                RingSide.CONSUMER, "CLoadWrite: WRITE is 0", "WRITE=0 READ=0 slots=[0, 0]", ""),
            new Line(
                RingSide.CONSUMER,
                "CWait: sleeps on WRITE",
                "WRITE=0 READ=0 slots=[0, 0] C sleeps",
                ""),
            new Line(
                RingSide.PRODUCER,
                "PWriteSlot: slot 1 := 7",
                "WRITE=1! READ=0 slots=[0, 7] C sleeps",
                ""));
    assertThat(scene.words()).isEqualTo(Map.of("WRITE", "1!", "READ", "0"));
    assertThat(scene.slots()).containsExactly("0", "7");
    assertThat(scene.asleep()).containsExactly(RingSide.CONSUMER);
    assertThat(scene.knows())
        .isEqualTo(
            Map.of(
                RingSide.PRODUCER, Map.of("slot1", "7"), RingSide.CONSUMER, Map.of("WRITE", "0")));
  }

  @Test
  void theExplorersLines() {
    Line sleeps =
        new Line(
            RingSide.CONSUMER,
            "CWait waits on WRITE while 0: sleeps",
            "WRITE=0 slot0=0 slot1=5",
            "");
    Line notNoticed =
        new Line(RingSide.PRODUCER, "PNotify notifies on WRITE: wakes 0", "WRITE=0", "");
    Line noticed = new Line(RingSide.PRODUCER, "PNotify notifies on WRITE: wakes 1", "WRITE=0", "");
    Line wakes = new Line(RingSide.CONSUMER, "(wakes for no reason)", "WRITE=0", "");
    assertThat(last(sleeps).slots()).containsExactly("0", "5");
    assertThat(last(sleeps).asleep()).containsExactly(RingSide.CONSUMER);
    assertThat(last(sleeps, notNoticed).asleep()).containsExactly(RingSide.CONSUMER);
    assertThat(last(sleeps, noticed).asleep()).isEmpty();
    assertThat(last(sleeps, wakes).asleep()).isEmpty();
  }

  @Test
  void theLinesOfWeakMemory() {
    StoryFrame scene =
        last(new Line(null, "", "WRITE=0,1 (C from 0) slot0=7 (P buffers READ=1)", ""));
    assertThat(scene.words()).isEqualTo(Map.of("WRITE", "1"));
    assertThat(scene.slots()).containsExactly("7");
    assertThat(scene.beside()).isEqualTo("(C from 0) (P buffers READ=1)");
  }

  @Test
  void whatIsWrittenOtherwiseIsNotDrawn() {
    StoryFrame scene = last(new Line(null, "anything", "put 1 called, take not yet", ""));
    assertThat(scene.words()).isEmpty();
    assertThat(scene.slots()).isEmpty();
  }
}
