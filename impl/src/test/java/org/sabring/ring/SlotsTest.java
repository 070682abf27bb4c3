package org.sabring.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.Side;
import org.sabring.memory.SharedInts;

/** Slots that are written and read where they lie. */
@Timeout(60)
class SlotsTest {

  private final CachedCursorRing ring = CachedCursorRing.create(4);
  private final SharedInts memory = ring.memory();
  private final SlotWriter writer = ring.producer().slots();
  private final SlotReader reader = ring.consumer().slots();

  private void write(int... elements) {
    assertThat(writer.claim(elements.length)).isEqualTo(elements.length);
    for (int i = 0; i < elements.length; i++) {
      memory.setPlain(writer.first() + i, elements[i]);
    }
    writer.commit(elements.length);
  }

  @Test
  void required_RB201_nothingIsThereBeforeTheCommitAndThenAllOfIt() {
    assertThat(writer.claim(2)).isEqualTo(2);
    memory.setPlain(writer.first(), 5);
    memory.setPlain(writer.first() + 1, 6);
    assertThat(reader.peek(4)).isZero();
    assertThat(ring.size()).isZero();
    writer.commit(2);
    assertThat(ring.size()).isEqualTo(2);
    assertThat(reader.peek(4)).isEqualTo(2);
    assertThat(memory.getPlain(reader.first())).isEqualTo(5);
    assertThat(memory.getPlain(reader.first() + 1)).isEqualTo(6);
  }

  @Test
  void required_RB202_whatIsShownStaysUntilItIsReleased() {
    write(1, 2, 3);
    assertThat(reader.peek(3)).isEqualTo(3);
    assertThat(writer.claim(1)).isZero();
    assertThat(reader.peek(3)).isEqualTo(3);
    reader.release(2);
    assertThat(writer.claim(3)).isEqualTo(1);
    assertThat(ring.consumer().poll()).isEqualTo(Taken.ELEMENT);
    assertThat(ring.consumer().element()).isEqualTo(3);
  }

  @Test
  void required_RB204_slotsLieOneAfterTheOtherAndEndWhereTheRingDoes() {
    write(1, 2, 3);
    reader.peek(3);
    reader.release(3);
    assertThat(writer.claim(3)).isEqualTo(1);
    memory.setPlain(writer.first(), 4);
    writer.commit(1);
    assertThat(writer.claim(3)).isEqualTo(2);
    assertThat(writer.first()).isEqualTo(ring.layout().slot(0));
    memory.setPlain(writer.first(), 5);
    writer.commit(1);
    assertThat(reader.peek(3)).isEqualTo(1);
    reader.release(1);
    assertThat(reader.peek(3)).isEqualTo(1);
    assertThat(memory.getPlain(reader.first())).isEqualTo(5);
    assertThat(memory.getPlain(ring.layout().produced())).isEqualTo(5);
    assertThat(memory.getPlain(ring.layout().consumed())).isEqualTo(4);
  }

  @Test
  void aClaimOrAPeekThatIsGivenUpLeavesNothing() {
    assertThat(writer.claim(3)).isEqualTo(3);
    memory.setPlain(writer.first(), 99);
    assertThat(ring.producer().offer(7)).isEqualTo(Offered.STORED);
    assertThat(reader.peek(1)).isEqualTo(1);
    assertThat(ring.consumer().poll()).isEqualTo(Taken.ELEMENT);
    assertThat(ring.consumer().element()).isEqualTo(7);
  }

  @Test
  void moreThanWasClaimedOrShownIsMisuse() {
    assertThatThrownBy(() -> writer.commit(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("commit=1, expected 1..0");
    writer.claim(2);
    assertThatThrownBy(() -> writer.commit(3)).hasMessage("commit=3, expected 1..2");
    assertThatThrownBy(() -> writer.commit(0)).hasMessage("commit=0, expected 1..2");
    ring.producer().offer(1);
    assertThatThrownBy(() -> writer.commit(1)).hasMessage("commit=1, expected 1..0");
    assertThat(reader.peek(2)).isEqualTo(1);
    assertThatThrownBy(() -> reader.release(2)).hasMessage("release=2, expected 1..1");
    reader.release(1);
    assertThatThrownBy(() -> reader.release(1)).hasMessage("release=1, expected 1..0");
    assertThatThrownBy(() -> writer.claim(0)).hasMessage("limit=0, expected at least 1");
    assertThatThrownBy(() -> reader.peek(0)).hasMessage("limit=0, expected at least 1");
    assertThat(ring.size()).isZero();
  }

  @Test
  void required_RB502_nothingIsClaimedAfterCloseNorShownAfterCancel() {
    write(1, 2);
    ring.producer().close();
    assertThat(writer.claim(1)).isZero();
    assertThat(reader.peek(1)).isEqualTo(1);
    ring.consumer().cancel();
    assertThat(reader.peek(1)).isZero();
    assertThat(ring.consumer().poll()).isEqualTo(Taken.CANCELLED);
  }

  @Test
  void required_RB101_RB301_twoThreadsAndASleeper() throws Exception {
    int count = 20_000;
    Side<Boolean> producing =
        Side.start(
            () -> {
              for (int next = 0; next < count; ) {
                int claimed = writer.claim(Math.min(1 + next % 3, count - next));
                if (claimed == 0) {
                  assertThat(ring.producer().put(next++)).isEqualTo(Offered.STORED);
                  continue;
                }
                for (int i = 0; i < claimed; i++) {
                  memory.setPlain(writer.first() + i, next++);
                }
                writer.commit(claimed);
              }
              return ring.producer().close();
            });
    int next = 0;
    while (ring.consumer().take() == Taken.ELEMENT) {
      assertThat(ring.consumer().element()).isEqualTo(next++);
      int shown = reader.peek(2);
      for (int i = 0; i < shown; i++) {
        assertThat(memory.getPlain(reader.first() + i)).isEqualTo(next++);
      }
      if (shown > 0) {
        reader.release(shown);
      }
    }
    assertThat(producing.answer()).isTrue();
    assertThat(next).isEqualTo(count);
  }
}
