package org.sabring.properties.explore.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.spec.check.Bounds;

/** What the layer explores only by default, on the simplest memory. */
class StreamExplorationTest {

  static List<StreamCase> cases() {
    List<StreamCase> cases = new ArrayList<>(StreamCase.within(Bounds.DEFAULT));
    cases.removeAll(StreamCase.within(Bounds.QUICK));
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noScheduleBreaksAPromise(StreamCase one) throws Exception {
    Exploration exploration =
        new Explorer(one.explored(), MemoryModel.SC, one.monitor(MemoryModel.SC), one.options())
            .explore();
    assertThat(exploration.findings()).isEmpty();
    assertThat(exploration.complete()).isTrue();
  }
}
