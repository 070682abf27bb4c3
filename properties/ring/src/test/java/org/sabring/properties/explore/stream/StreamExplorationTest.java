package org.sabring.properties.explore.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Finding;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.spec.Rule;
import org.sabring.spec.verdict.Bounds;
import org.sabring.spec.verdict.Status;

/**
 * What the layer explores only by default, on the simplest memory; and its controls on the others.
 */
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
        new Explorer(one.explored(), MemoryModel.SC, one.judge(MemoryModel.SC), one.options())
            .explore();
    assertThat(exploration.findings()).isEmpty();
    assertThat(exploration.complete()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(StreamControl.class)
  void aMistakeBreaksItsRuleAndNoOtherOnEveryMemory(StreamControl control) throws Exception {
    for (MemoryModel model : List.of(MemoryModel.TSO, MemoryModel.RA)) {
      List<Finding> findings = control.explore(model).findings();
      assertThat(findings).hasSize(1);
      assertThat(findings.get(0).rules()).containsExactly(control.rule());
    }
  }

  @Test
  void aMistakeThatIsNotFoundIsAFailure() throws Exception {
    StreamProgram sound = StreamCase.flowing(1);
    assertThat(StreamControl.check("sound", Rule.RB601, sound).status()).isEqualTo(Status.FAIL);
    StreamProgram other = StreamCase.flowing(3).with(ReadableMistake.REENTERED_READ);
    assertThat(StreamControl.check("other", Rule.RB601, other).status()).isEqualTo(Status.FAIL);
    assertThat(StreamControl.check("this", Rule.RB603, other).status()).isEqualTo(Status.PASS);
  }
}
