package org.sabring.properties;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.sabring.ring.RingLayout;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.Word;

/** The ring's layout and the law's are the same, though neither knows the other. */
class RingLayoutTest {

  private static final int MAX = MemoryLayout.MAX_CAPACITY;

  @Property
  void everyWordLiesWhereTheLawSays(@ForAll @IntRange(min = 2, max = MAX) int capacity) {
    RingLayout ring = RingLayout.compact(capacity);
    MemoryLayout law = new MemoryLayout(capacity);
    assertThat(ring.capacity()).isEqualTo(law.capacity());
    assertThat(ring.length()).isEqualTo(law.length());
    for (Word word : Word.values()) {
      assertThat(indexOf(ring, word)).as(word.label()).isEqualTo(law.index(word));
    }
  }

  @Property
  void aCursorMovesAsTheLawSays(
      @ForAll @IntRange(min = 2, max = MAX) int capacity,
      @ForAll @IntRange(max = MAX - 1) int anywhere) {
    RingLayout ring = RingLayout.compact(capacity);
    MemoryLayout law = new MemoryLayout(capacity);
    for (int cursor : new int[] {0, anywhere % capacity, capacity - 1}) {
      assertThat(ring.next(cursor)).isEqualTo(law.next(cursor));
      assertThat(ring.slot(cursor)).isEqualTo(law.index(Word.DATA) + cursor);
    }
  }

  @Property
  void aCursorWordReadsAsTheLawSays(@ForAll @IntRange int word) {
    assertThat(RingLayout.cursor(word)).isEqualTo(MemoryLayout.cursor(word));
    assertThat(RingLayout.isFlagged(word)).isEqualTo(MemoryLayout.isFlagged(word));
  }

  @Test
  void theFlagIsTheSameBit() {
    assertThat(RingLayout.FLAG).isEqualTo(MemoryLayout.FLAG);
  }

  private static int indexOf(RingLayout ring, Word word) {
    return switch (word) {
      case WRITE -> ring.write();
      case READ -> ring.read();
      case PRODUCED -> ring.produced();
      case CONSUMED -> ring.consumed();
      case PRODUCER_WAITS -> ring.producerWaits();
      case CONSUMER_WAITS -> ring.consumerWaits();
      case DATA -> ring.data();
    };
  }
}
