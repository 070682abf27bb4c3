package org.sabring.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.memory.SharedInts;

/** A memory that others write to, under a ring in use: no call hangs, and none goes outside. */
@Timeout(60)
class OverwrittenTest {

  private static final int SENTINEL = 0x5eed;
  private static final int AROUND = 8;

  private final RingLayout layout = RingLayout.compact(4);
  private final SharedInts around = SharedInts.heap(layout.length() + 2 * AROUND);
  private final SharedInts memory = around.view(AROUND, layout.length());
  private final CursorRing ring = CursorRing.create(memory, layout);

  OverwrittenTest() {
    for (int i = 0; i < AROUND; i++) {
      around.setPlain(i, SENTINEL);
      around.setPlain(AROUND + layout.length() + i, SENTINEL);
    }
    ring.producer().offer(7);
  }

  private void assertThatItIsSaid(String name, int word, Runnable... calls) {
    String counted = counters();
    for (Runnable call : calls) {
      for (int again = 0; again < 2; again++) {
        assertThatThrownBy(call::run)
            .isInstanceOf(IllegalStateException.class)
            .hasMessage(
                "%s=0x%08x, expected bit 31 clear and bits 0..29 in 0..3".formatted(name, word));
      }
    }
    assertThat(counters()).isEqualTo(counted);
    for (int i = 0; i < AROUND; i++) {
      assertThat(around.getPlain(i)).isEqualTo(SENTINEL);
      assertThat(around.getPlain(AROUND + layout.length() + i)).isEqualTo(SENTINEL);
    }
  }

  /** The words that no call may have touched: counters and slots. */
  private String counters() {
    StringBuilder words = new StringBuilder();
    for (int i = 2; i < layout.length(); i++) {
      words.append(memory.getPlain(i)).append(' ');
    }
    return words.toString();
  }

  private void offerBatch() {
    ring.producer().batches().offer(new int[5], 0, 5);
  }

  private void pollBatch() {
    ring.consumer().batches().poll(new int[5], 0, 5);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5 | RingLayout.FLAG, -1, -3, Integer.MIN_VALUE, 1 << 29})
  void aWriteThatIsNoCursorIsSaidByBothSidesAtEveryCall(int word) {
    memory.setVolatile(layout.write(), word);
    assertThatItIsSaid(
        "WRITE",
        word,
        () -> ring.producer().offer(8),
        this::offerBatch,
        () -> ring.producer().close(),
        () -> ring.consumer().poll(),
        this::pollBatch);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5 | RingLayout.FLAG, -1, -3, Integer.MIN_VALUE, 1 << 29})
  void aReadThatIsNoCursorIsSaidByBothSidesAtEveryCall(int word) {
    memory.setVolatile(layout.read(), word);
    assertThatItIsSaid(
        "READ",
        word,
        () -> ring.producer().offer(8),
        this::offerBatch,
        () -> ring.consumer().poll(),
        this::pollBatch,
        () -> ring.consumer().cancel());
  }

  /** What is a cursor is believed: nothing tells it from the owner's. */
  @Test
  void aWrongCursorIsBelievedAndNothingGoesOutside() {
    memory.setVolatile(layout.write(), 3);
    assertThat(ring.size()).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      assertThat(ring.consumer().poll()).isEqualTo(Taken.ELEMENT);
    }
    assertThat(ring.consumer().poll()).isEqualTo(Taken.EMPTY);
    memory.setVolatile(layout.read(), 3 | RingLayout.FLAG);
    assertThat(ring.producer().offer(8)).isEqualTo(Offered.CANCELLED);
  }

  /** The control: a ring that looks at nothing goes on, beside the slots. */
  @Test
  void control_aCursorThatIsNotCheckedGoesBesideTheSlots() {
    assertThat(layout.slot(-3)).isEqualTo(layout.consumerWaits() - 2);
    assertThat(layout.next(1 << 29)).isGreaterThan(layout.capacity());
  }
}
