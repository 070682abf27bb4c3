package org.sabring.properties.explore.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LongSetTest {

  @Test
  void aNumberIsThereOnce() {
    LongSet set = new LongSet();
    Set<Long> model = new HashSet<>();
    Random random = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      long number = random.nextInt(20_000) * 0x1_0000_0001L;
      assertThat(set.add(number)).isEqualTo(model.add(number));
    }
  }
}
