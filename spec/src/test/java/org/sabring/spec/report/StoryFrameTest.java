package org.sabring.spec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.Interleaving.Line;
import org.sabring.spec.law.Side;

/** What is drawn of the lines that the layers write. */
class SceneTest {

  private static Scene last(Line... lines) {
    List<Scene> scenes = Scene.of(new Interleaving("t", List.of(lines)));
    return scenes.get(scenes.size() - 1);
  }

  @Test
  void theLawsLines() {
    Scene scene =
        last(
            new Line(null, "at first", "WRITE=0 READ=0 slots=[0, 0]", ""),
            new Line(Side.CONSUMER, "CLoadWrite: WRITE is 0", "WRITE=0 READ=0 slots=[0, 0]", ""),
            new Line(
                Side.CONSUMER,
                "CWait: sleeps on WRITE",
                "WRITE=0 READ=0 slots=[0, 0] C sleeps",
                ""),
            new Line(
                Side.PRODUCER,
                "PWriteSlot: slot 1 := 7",
                "WRITE=1! READ=0 slots=[0, 7] C sleeps",
                ""));
    assertThat(scene.words()).isEqualTo(Map.of("WRITE", "1!", "READ", "0"));
    assertThat(scene.slots()).containsExactly("0", "7");
    assertThat(scene.asleep()).containsExactly(Side.CONSUMER);
    assertThat(scene.knows())
        .isEqualTo(
            Map.of(Side.PRODUCER, Map.of("slot1", "7"), Side.CONSUMER, Map.of("WRITE", "0")));
  }

  @Test
  void theExplorersLines() {
    Line sleeps =
        new Line(
            Side.CONSUMER, "CWait waits on WRITE while 0: sleeps", "WRITE=0 slot0=0 slot1=5", "");
    Line notNoticed = new Line(Side.PRODUCER, "PNotify notifies on WRITE: wakes 0", "WRITE=0", "");
    Line noticed = new Line(Side.PRODUCER, "PNotify notifies on WRITE: wakes 1", "WRITE=0", "");
    Line wakes = new Line(Side.CONSUMER, "(wakes for no reason)", "WRITE=0", "");
    assertThat(last(sleeps).slots()).containsExactly("0", "5");
    assertThat(last(sleeps).asleep()).containsExactly(Side.CONSUMER);
    assertThat(last(sleeps, notNoticed).asleep()).containsExactly(Side.CONSUMER);
    assertThat(last(sleeps, noticed).asleep()).isEmpty();
    assertThat(last(sleeps, wakes).asleep()).isEmpty();
  }

  @Test
  void theLinesOfWeakMemory() {
    Scene scene = last(new Line(null, "", "WRITE=0,1 (C from 0) slot0=7 (P buffers READ=1)", ""));
    assertThat(scene.words()).isEqualTo(Map.of("WRITE", "1"));
    assertThat(scene.slots()).containsExactly("7");
    assertThat(scene.beside()).isEqualTo("(C from 0) (P buffers READ=1)");
  }

  @Test
  void whatIsWrittenOtherwiseIsNotDrawn() {
    Scene scene = last(new Line(null, "anything", "put 1 called, take not yet", ""));
    assertThat(scene.words()).isEmpty();
    assertThat(scene.slots()).isEmpty();
  }
}
