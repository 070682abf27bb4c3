package org.sabring.properties.explore.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Options;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.law.Rule;

/** Several elements at once, under every schedule: the model BatchPublish, in Java. */
class BatchExplorationTest {

  static Stream<RingCase> programs() {
    return RingCase.within(Bounds.DEFAULT).stream().filter(one -> one.name().startsWith("batch"));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void batchesHoldUnderEveryScheduleAndEveryRead(RingCase one) throws Exception {
    for (MemoryModel model : MemoryModel.values()) {
      Exploration exploration =
          new Explorer(one.program().program(), model, one.program().monitor(model), one.options())
              .explore();
      assertThat(exploration.findings()).as("%s", model).isEmpty();
      assertThat(exploration.status()).isEqualTo(Exploration.Status.PASS);
    }
  }

  /** The bound of RB401 with batches is met: it could not be lower. */
  @ParameterizedTest
  @EnumSource
  void control_theBoundOfTheCountersWithoutBatchesIsBroken(MemoryModel model) throws Exception {
    RingProgram ring =
        new RingProgram(
            3,
            List.of(RingOperations.put(1, 2), RingOperations.put(3, 4)),
            List.of(RingOperations.take(2)));
    RingMonitor monitor = (RingMonitor) ring.monitor(model);
    RingWords single = new RingWords(ring.layout(), RingProgram.Start.ZERO, Set.of(), true, 1);
    Exploration exploration =
        new Explorer(
                ring.program(),
                model,
                new RingMonitor(monitor.history(), single, true, Set.of()),
                Options.PLAIN)
            .explore();
    assertThat(exploration.findings()).hasSize(1);
    assertThat(exploration.findings().get(0).rules()).containsExactly(Rule.RB401);
    assertThat(exploration.findings().get(0).found()).contains("is 4, expected 0..3");
  }

  @Test
  void callsOfBatchesAreReadAsTheyAreWritten() {
    String producer = "offer 1 to 3, put 4 to 5, close";
    String consumer = "poll 2, take 3, take 2";
    assertThat(CallText.producer(producer).stream().map(o -> o.call().toString()))
        .containsExactly(producer.split(", "));
    assertThat(CallText.consumer(consumer).stream().map(o -> o.call().toString()))
        .containsExactly(consumer.split(", "));
  }
}
