package org.sabring.ring;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.Memory;
import org.sabring.memory.SharedInts;

/** What the ring answers, one thread playing both sides. */
@Timeout(60)
class CursorRingTest {

  private final CursorRing ring = CursorRing.create(4);
  private final Producer producer = ring.producer();
  private final Consumer consumer = ring.consumer();

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void required_RB104_atMostCapacityMinusOneElementsAreStored(int capacity) {
    CursorRing ring = CursorRing.create(capacity);
    for (int i = 0; i < capacity - 1; i++) {
      assertThat(ring.size()).isEqualTo(i);
      assertThat(ring.producer().offer(i)).isEqualTo(Offered.STORED);
    }
    assertThat(ring.producer().offer(-1)).isEqualTo(Offered.FULL);
    assertThat(ring.size()).isEqualTo(capacity - 1);
  }

  @ParameterizedTest
  @EnumSource
  void required_RB101_elementsComeOutInTheOrderTheyWentInOverManyLaps(Memory kind) {
    for (RingLayout layout : List.of(RingLayout.compact(5), RingLayout.padded(5))) {
      CursorRing ring = CursorRing.create(kind.of(layout.length()), layout);
      Queue<Integer> model = new ArrayDeque<>();
      Random random = new Random(1);
      for (int i = 0; i < 5_000; i++) {
        if (random.nextBoolean()) {
          boolean fits = model.size() < 4 && model.add(i);
          assertThat(ring.producer().offer(i)).isEqualTo(fits ? Offered.STORED : Offered.FULL);
        } else if (model.isEmpty()) {
          assertThat(ring.consumer().poll()).isEqualTo(Taken.EMPTY);
        } else {
          assertThat(ring.consumer().poll()).isEqualTo(Taken.ELEMENT);
          assertThat(ring.consumer().element()).isEqualTo(model.remove());
        }
        assertThat(ring.size()).isEqualTo(model.size());
      }
    }
  }

  @Test
  void required_RB103_every32BitValueIsAnElement() throws Exception {
    for (int value : new int[] {0, -1, 1, Integer.MIN_VALUE, Integer.MAX_VALUE, RingLayout.FLAG}) {
      assertThat(producer.put(value)).isEqualTo(Offered.STORED);
      assertThat(consumer.take()).isEqualTo(Taken.ELEMENT);
      assertThat(consumer.element()).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, -1, 0})
  void required_RB401_countersCountEachElementOnceAndWrap(int before) {
    SharedInts memory = ring.memory();
    memory.setPlain(ring.layout().produced(), before);
    memory.setPlain(ring.layout().consumed(), before);
    producer.offer(1);
    producer.offer(2);
    consumer.poll();
    assertThat(memory.getPlain(ring.layout().produced())).isEqualTo(before + 2);
    assertThat(memory.getPlain(ring.layout().consumed())).isEqualTo(before + 1);
    consumer.poll();
    consumer.poll();
    assertThat(memory.getPlain(ring.layout().consumed())).isEqualTo(before + 2);
  }

  @Test
  void required_RB501_afterCloseEverythingStoredComesAndThenTheEndForEver() throws Exception {
    producer.offer(1);
    producer.offer(2);
    assertThat(ring.isClosed()).isFalse();
    assertThat(producer.close()).isTrue();
    assertThat(producer.close()).isFalse();
    assertThat(ring.isClosed()).isTrue();
    assertThat(ring.size()).isEqualTo(2);
    assertThat(producer.offer(3)).isEqualTo(Offered.CLOSED);
    assertThat(producer.put(3)).isEqualTo(Offered.CLOSED);
    assertThat(producer.put(3, 1, NANOSECONDS)).isEqualTo(Offered.CLOSED);
    assertThat(consumer.take()).isEqualTo(Taken.ELEMENT);
    assertThat(consumer.poll()).isEqualTo(Taken.ELEMENT);
    assertThat(consumer.element()).isEqualTo(2);
    for (int i = 0; i < 3; i++) {
      assertThat(consumer.poll()).isEqualTo(Taken.END);
      assertThat(consumer.take()).isEqualTo(Taken.END);
      assertThat(consumer.take(1, NANOSECONDS)).isEqualTo(Taken.END);
    }
  }

  @Test
  void required_RB503_afterCancelNeitherSideBlocks() throws Exception {
    for (int i = 0; i < 3; i++) {
      producer.offer(i);
    }
    assertThat(ring.isCancelled()).isFalse();
    assertThat(consumer.cancel()).isTrue();
    assertThat(consumer.cancel()).isFalse();
    assertThat(ring.isCancelled()).isTrue();
    assertThat(ring.size()).isEqualTo(3);
    assertThat(producer.offer(9)).isEqualTo(Offered.CANCELLED);
    assertThat(producer.put(9)).isEqualTo(Offered.CANCELLED);
    assertThat(producer.put(9, 1, NANOSECONDS)).isEqualTo(Offered.CANCELLED);
    assertThat(consumer.poll()).isEqualTo(Taken.CANCELLED);
    assertThat(consumer.take()).isEqualTo(Taken.CANCELLED);
    assertThat(consumer.take(1, NANOSECONDS)).isEqualTo(Taken.CANCELLED);
    assertThat(producer.close()).isTrue();
    assertThat(producer.offer(9)).isEqualTo(Offered.CLOSED);
    assertThat(consumer.poll()).isEqualTo(Taken.CANCELLED);
  }

  @Test
  void elementBeforeTheFirstIsMisuseAndLaterTheLastOneStays() {
    assertThat(consumer.poll()).isEqualTo(Taken.EMPTY);
    assertThatThrownBy(consumer::element)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("elements taken=0, expected at least 1 before element()");
    producer.offer(5);
    consumer.poll();
    assertThat(consumer.poll()).isEqualTo(Taken.EMPTY);
    assertThat(consumer.element()).isEqualTo(5);
  }

  @Test
  void drainHandsOverAtMostTheLimitInOrder() {
    List<Integer> seen = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      producer.offer(i);
    }
    assertThat(consumer.drain(seen::add, 2)).isEqualTo(2);
    assertThat(seen).containsExactly(1, 2);
    assertThat(consumer.drain(seen::add, 2)).isEqualTo(1);
    assertThat(seen).containsExactly(1, 2, 3);
    assertThat(consumer.drain(seen::add, Integer.MAX_VALUE)).isZero();
    assertThatThrownBy(() -> consumer.drain(seen::add, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limit=0, expected at least 1");
  }

  @Test
  void drainTakesAnElementBeforeTheSinkSeesIt() {
    producer.offer(1);
    producer.offer(2);
    List<Integer> sizes = new ArrayList<>();
    consumer.drain(element -> sizes.add(ring.size()), 1);
    assertThat(sizes).containsExactly(1);
  }

  @Test
  void whenTheSinkThrowsThatElementIsTakenAndTheRestStays() {
    for (int i = 1; i <= 3; i++) {
      producer.offer(i);
    }
    assertThatThrownBy(
            () ->
                consumer.drain(
                    element -> {
                      throw new ArithmeticException("element=" + element);
                    },
                    3))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("element=1");
    assertThat(consumer.element()).isEqualTo(1);
    assertThat(consumer.poll()).isEqualTo(Taken.ELEMENT);
    assertThat(consumer.element()).isEqualTo(2);
    assertThat(ring.size()).isEqualTo(1);
  }

  @Test
  void createMakesAnyMemoryAnEmptyRing() {
    RingLayout layout = RingLayout.compact(4);
    int[] words = new Random(2).ints(layout.length()).toArray();
    CursorRing ring = CursorRing.create(SharedInts.heap(words), layout);
    assertThat(words).startsWith(0, 0, 0, 0, 0, 0);
    assertThat(ring.consumer().poll()).isEqualTo(Taken.EMPTY);
    assertThat(ring.isClosed() || ring.isCancelled()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void attachFindsTheRingThatIsThere(Memory kind) {
    RingLayout layout = RingLayout.padded(4);
    SharedInts memory = kind.of(layout.length() + 10).view(10, layout.length());
    CursorRing first = CursorRing.create(memory, layout);
    first.producer().offer(7);
    first.producer().close();
    CursorRing second = CursorRing.attach(memory, layout);
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
    assertThatThrownBy(() -> CursorRing.attach(memory, layout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> CursorRing.create(memory, layout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 4 | RingLayout.FLAG, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void attachRefusesAWordThatIsNoCursor(int word) {
    String expected = ", expected bit 31 clear and bits 0..29 in 0..3";
    ring.memory().setPlain(1, word);
    assertThatThrownBy(() -> CursorRing.attach(ring.memory(), ring.layout()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("READ=0x%08x".formatted(word) + expected);
    ring.memory().setPlain(0, word);
    assertThatThrownBy(() -> CursorRing.attach(ring.memory(), ring.layout()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("WRITE=0x%08x".formatted(word) + expected);
  }
}
