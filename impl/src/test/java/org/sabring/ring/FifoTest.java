package org.sabring.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.Memory;
import org.sabring.memory.SharedInts;

/** What goes in comes out, one thread playing both sides. */
@Timeout(60)
@ParameterizedClass
@EnumSource
class FifoTest {

  private final AnyRing kind;
  private final Ring ring;
  private final Producer producer;
  private final Consumer consumer;

  FifoTest(AnyRing kind) {
    this.kind = kind;
    this.ring = kind.create(4);
    this.producer = ring.producer();
    this.consumer = ring.consumer();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void required_RB104_atMostCapacityMinusOneElementsAreStored(int capacity) {
    Ring ring = kind.create(capacity);
    for (int i = 0; i < capacity - 1; i++) {
      assertThat(ring.size()).isEqualTo(i);
      assertThat(ring.producer().offer(i)).isEqualTo(Offered.STORED);
    }
    assertThat(ring.producer().offer(-1)).isEqualTo(Offered.FULL);
    assertThat(ring.size()).isEqualTo(capacity - 1);
  }

  @ParameterizedTest
  @EnumSource
  void required_RB101_elementsComeOutInTheOrderTheyWentInOverManyLaps(Memory place) {
    for (RingLayout layout : List.of(RingLayout.compact(5), RingLayout.padded(5))) {
      Ring ring = kind.create(place.of(layout.length()), layout);
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
}
