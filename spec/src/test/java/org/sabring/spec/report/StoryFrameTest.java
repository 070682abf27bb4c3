package org.sabring.spec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.Interleaving.Line;
import org.sabring.spec.law.MemoryPicture;
import org.sabring.spec.law.MemoryPicture.Cell;
import org.sabring.spec.law.RingSide;

/** What is drawn of the lines that the layers give. */
class StoryFrameTest {

  private static StoryFrame last(Line... lines) {
    List<StoryFrame> frames = StoryFrame.of(new Interleaving("t", List.of(lines)));
    return frames.get(frames.size() - 1);
  }

  private static MemoryPicture picture(String write, Set<RingSide> asleep, String... slots) {
    return new MemoryPicture(
        List.of(new Cell("WRITE", write), new Cell("READ", 0)), List.of(slots), asleep, "");
  }

  @Test
  void aSideKnowsWhatItLoadedLastWhateverTheOtherStores() {
    Cell loaded = new Cell("WRITE", 0);
    Cell stored = new Cell("slot1", 7);
    StoryFrame frame =
        last(
            new Line(RingSide.CONSUMER, "CLoadWrite", List.of(loaded), picture("0", Set.of()), ""),
            new Line(
                RingSide.PRODUCER, "PWriteSlot", List.of(stored), picture("1!", Set.of()), ""));
    assertThat(frame.words()).isEqualTo(Map.of("WRITE", "1!", "READ", "0"));
    assertThat(frame.knows())
        .isEqualTo(
            Map.of(
                RingSide.PRODUCER, Map.of("slot1", "7"), RingSide.CONSUMER, Map.of("WRITE", "0")));
  }

  @Test
  void slotsAreARegionOrCells() {
    assertThat(last(new Line(null, "", picture("0", Set.of(), "0", "7"), "")).slots())
        .containsExactly("0", "7");
    MemoryPicture cells =
        new MemoryPicture(
            List.of(new Cell("slot0", 3), new Cell("slots", 4)), List.of(), Set.of(), "");
    StoryFrame frame = last(new Line(null, "", cells, ""));
    assertThat(frame.slots()).containsExactly("3");
    assertThat(frame.words()).isEqualTo(Map.of("slots", "4"));
  }

  @Test
  void whoSleepsSleepsUntilSomebodySaysOtherwise() {
    Line asleep = new Line(null, "", picture("0", Set.of(RingSide.CONSUMER)), "");
    Line unsaid = new Line(RingSide.PRODUCER, "anything", "no picture", "");
    Line awake = new Line(null, "", picture("0", Set.of()), "");
    assertThat(last(asleep, unsaid).asleep()).containsExactly(RingSide.CONSUMER);
    assertThat(last(asleep, unsaid, awake).asleep()).isEmpty();
  }

  @Test
  void aLineThatSaysNothingOfTheMemoryLeavesItAsItWas() {
    Line before = new Line(null, "", picture("1", Set.of(), "7", "8"), "");
    StoryFrame frame = last(before, new Line(RingSide.CONSUMER, "anything", "", "why"));
    assertThat(frame.words()).isEqualTo(Map.of("WRITE", "1", "READ", "0"));
    assertThat(frame.slots()).containsExactly("7", "8");
    assertThat(last(before, new Line(null, "", "in words", "")).words()).isEmpty();
  }

  @Test
  void ofWeakMemoryTheNewestStoreIsDrawnAndTheRestStandsBeside() {
    MemoryPicture weak =
        new MemoryPicture(
            List.of(new Cell("WRITE", List.of("0", "1"), "(C from 0)"), new Cell("slot0", 7)),
            List.of(),
            null,
            "(P buffers READ=1)");
    StoryFrame frame = last(new Line(null, "", weak, ""));
    assertThat(frame.words()).isEqualTo(Map.of("WRITE", "1"));
    assertThat(frame.slots()).containsExactly("7");
    assertThat(frame.beside()).isEqualTo("(C from 0) (P buffers READ=1)");
    assertThat(weak.text()).isEqualTo("WRITE=0,1 (C from 0) slot0=7 (P buffers READ=1)");
  }

  @Test
  void ofAMemoryThatIsToldInWordsNothingIsDrawn() {
    StoryFrame frame = last(new Line(null, "anything", "WRITE=1 slots=[1, 0] P sleeps", ""));
    assertThat(frame.words()).isEmpty();
    assertThat(frame.slots()).isEmpty();
    assertThat(frame.asleep()).isEmpty();
    assertThat(frame.beside()).isEmpty();
  }
}
