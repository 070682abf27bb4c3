package org.sabring.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.Memory;
import org.sabring.memory.SharedInts;

/** How a ring comes to be in a memory. */
@ParameterizedClass
@EnumSource
class RingTest {

  private final AnyRing any;

  RingTest(AnyRing any) {
    this.any = any;
  }

  @Test
  void createMakesAnyMemoryAnEmptyRing() {
    RingLayout layout = RingLayout.compact(4);
    int[] words = new Random(2).ints(layout.length()).toArray();
    Ring ring = any.create(SharedInts.heap(words), layout);
    assertThat(words).startsWith(0, 0, 0, 0, 0, 0);
    assertThat(ring.consumer().poll()).isEqualTo(Taken.EMPTY);
    assertThat(ring.isClosed() || ring.isCancelled()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void attachFindsTheRingThatIsThere(Memory kind) {
    RingLayout layout = RingLayout.padded(4);
    SharedInts memory = kind.of(layout.length() + 10).view(10, layout.length());
    Ring first = any.create(memory, layout);
    first.producer().offer(7);
    first.producer().close();
    Ring second = any.attach(memory, layout);
    assertThat(second.memory()).isSameAs(memory);
    assertThat(second.layout()).isEqualTo(layout);
    assertThat(second.consumer().poll()).isEqualTo(Taken.ELEMENT);
    assertThat(second.consumer().element()).isEqualTo(7);
    assertThat(first.consumer().poll()).isEqualTo(Taken.END);
    assertThat(second.producer()).isSameAs(second.producer());
    assertThat(second.consumer()).isSameAs(second.consumer());
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15})
  void aMemoryOfAnotherLengthIsMisuse(int length) {
    RingLayout layout = RingLayout.compact(8);
    SharedInts memory = SharedInts.heap(length);
    String message = "memory length=" + length + ", expected 14";
    assertThatThrownBy(() -> any.attach(memory, layout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> any.create(memory, layout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 4 | RingLayout.FLAG, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void attachRefusesAWordThatIsNoCursor(int word) {
    Ring ring = any.create(4);
    String expected = ", expected bit 31 clear and bits 0..29 in 0..3";
    ring.memory().setPlain(1, word);
    assertThatThrownBy(() -> any.attach(ring.memory(), ring.layout()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("READ=0x%08x".formatted(word) + expected);
    ring.memory().setPlain(0, word);
    assertThatThrownBy(() -> any.attach(ring.memory(), ring.layout()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("WRITE=0x%08x".formatted(word) + expected);
  }
}
