package org.sabring.properties.explore.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.properties.explore.Exploration;
import org.sabring.properties.explore.Explorer;
import org.sabring.properties.explore.Finding;
import org.sabring.properties.explore.Options;
import org.sabring.properties.explore.memory.MemoryModel;
import org.sabring.spec.Rule;

/** Every mistake is found, and found where it can be seen. */
class RingControlTest {

  private static Exploration explore(
      RingControl control, MemoryModel model, boolean inside, List<Rule> expected)
      throws InterruptedException {
    RingProgram program = control.program();
    return new Explorer(program.program(), model, program.judge(model, inside), Options.PLAIN)
        .until(findings -> findings.stream().anyMatch(f -> breaks(f, expected)))
        .explore();
  }

  private static boolean breaks(Finding finding, List<Rule> expected) {
    return !expected.isEmpty() && finding.rules().containsAll(expected);
  }

  @ParameterizedTest
  @EnumSource
  void everyMistakeIsFound(RingControl control) throws Exception {
    Exploration inside = explore(control, control.model(), true, control.inside());
    assertThat(inside.findings()).anyMatch(finding -> breaks(finding, control.inside()));
    Exploration outside = explore(control, control.model(), false, control.outside());
    if (control.outside().isEmpty()) {
      assertThat(outside.findings()).isEmpty();
    } else {
      assertThat(outside.findings()).anyMatch(finding -> breaks(finding, control.outside()));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*(Opaque|Plain)")
  void strongerMemoryHidesAMissingMode(RingControl control) throws Exception {
    assertThat(explore(control, MemoryModel.SC, true, List.of()).findings()).isEmpty();
    assertThat(explore(control, MemoryModel.TSO, true, List.of()).findings()).isEmpty();
  }
}
