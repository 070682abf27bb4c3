package org.sabring.properties.explore.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.Explorer;
import org.sabring.explore.Options;
import org.sabring.explore.memory.MemoryModel;

class RingExplorationTest {

  private static final RingProgram BLOCKING =
      new RingProgram(
          3,
          List.of(
              RingOperations.put(1),
              RingOperations.put(2),
              RingOperations.put(3),
              RingOperations.put(4),
              RingOperations.close()),
          List.of(RingOperations.untilEnd(RingOperations.take())));

  @ParameterizedTest
  @EnumSource
  void theBlockingRingHoldsUnderEverySchedule(MemoryModel model) throws Exception {
    Exploration exploration =
        new Explorer(BLOCKING.program(), model, BLOCKING.monitor(model), Options.PLAIN).explore();
    assertThat(exploration.findings()).isEmpty();
    assertThat(exploration.status()).isEqualTo(Status.PASS);
  }
}
