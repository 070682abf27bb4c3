package org.sabring.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingLayoutTest {

  @Test
  void compactIsTheSeedsLayout() {
    assertThat(RingLayout.compact(8)).isEqualTo(new RingLayout(8, 0, 1, 2, 3, 4, 5, 6));
    assertThat(RingLayout.compact(8).length()).isEqualTo(14);
  }

  @Test
  void paddedKeepsWordsOfDifferentWritersApart() {
    RingLayout layout = RingLayout.padded(8);
    List<Integer> producer = List.of(layout.write(), layout.produced(), layout.producerWaits());
    List<Integer> consumer = List.of(layout.read(), layout.consumed(), layout.consumerWaits());
    for (int own : producer) {
      assertThat(own * Integer.BYTES).as("bytes before").isGreaterThanOrEqualTo(128);
      assertThat(consumer).allMatch(other -> apart(own, other));
    }
    assertThat(consumer).allMatch(own -> apart(own, layout.data()));
    assertThat(layout.length()).isEqualTo(layout.data() + 8);
  }

  private static boolean apart(int one, int other) {
    return one * Integer.BYTES / 128 != other * Integer.BYTES / 128;
  }

  @Test
  void aCursorWordIsACursorAndAFlag() {
    assertThat(RingLayout.FLAG).isEqualTo(1 << 30);
    assertThat(RingLayout.cursor(5 | RingLayout.FLAG)).isEqualTo(5);
    assertThat(RingLayout.cursor(5)).isEqualTo(5);
    assertThat(RingLayout.isFlagged(5 | RingLayout.FLAG)).isTrue();
    assertThat(RingLayout.isFlagged(RingLayout.FLAG - 1)).isFalse();
  }

  @Test
  void required_RB204_aCursorMovesOneSlotRoundTheCircle() {
    RingLayout layout = RingLayout.compact(3);
    assertThat(layout.next(0)).isEqualTo(1);
    assertThat(layout.next(1)).isEqualTo(2);
    assertThat(layout.next(2)).isZero();
    assertThat(layout.slot(2)).isEqualTo(8);
  }

  @Test
  void theLargestCapacityFits() {
    RingLayout layout = RingLayout.padded(RingLayout.MAX_CAPACITY);
    assertThat(layout.length()).isPositive();
    assertThat(layout.next(RingLayout.FLAG - 2)).isEqualTo(RingLayout.FLAG - 1);
    assertThat(layout.next(RingLayout.FLAG - 1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 0, -1, Integer.MIN_VALUE})
  void aSmallerCapacityIsMisuse(int capacity) {
    assertMisuse(
        () -> RingLayout.compact(capacity), "capacity=" + capacity + ", expected at least 2");
    assertMisuse(
        () -> RingLayout.padded(capacity), "capacity=" + capacity + ", expected at least 2");
  }

  @Test
  void otherValuesOutOfRangeAreMisuse() {
    assertMisuse(
        () -> RingLayout.compact((1 << 30) + 1),
        "capacity=1073741825, expected at most 1073741824");
    assertMisuse(() -> new RingLayout(8, 0, 1, 2, 3, 4, 5, 5), "data=5, expected 6..2147483639");
    assertMisuse(
        () -> new RingLayout(8, 0, 1, 2, 3, 4, 5, Integer.MAX_VALUE - 7),
        "data=2147483640, expected 6..2147483639");
    assertMisuse(() -> new RingLayout(8, 0, 1, 2, 3, 4, 6, 6), "word=6, expected 0..5");
    assertMisuse(() -> new RingLayout(8, -1, 1, 2, 3, 4, 5, 6), "word=-1, expected 0..5");
    assertMisuse(() -> new RingLayout(8, 0, 1, 2, 3, 1, 5, 6), "word=1 used twice, expected once");
  }

  private static void assertMisuse(Runnable call, String message) {
    assertThatThrownBy(call::run).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
