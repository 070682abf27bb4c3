package org.sabring.properties.explore.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.properties.explore.Exploration;
import org.sabring.properties.explore.Explorer;
import org.sabring.properties.explore.Finding;
import org.sabring.properties.explore.Options;
import org.sabring.properties.explore.memory.MemoryModel;
import org.sabring.properties.mutant.Weakened;
import org.sabring.properties.mutant.Weakened.Step;
import org.sabring.properties.trial.Mutation;
import org.sabring.spec.Rule;
import org.sabring.spec.verdict.Status;

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

  /** As in the model weak-ring: of all assignments of weaker modes none suffices. */
  @Test
  void noWeakerModesSuffice() throws Exception {
    List<Step> steps = List.of(Step.PPublish, Step.CLoadWrite, Step.CPublish, Step.PLoadRead);
    RingProgram ring = RingControl.PLoadReadOpaque.sound();
    for (int assignment = 0; assignment < 81; assignment++) {
      Mutation modes = Mutation.NONE;
      int rest = assignment;
      for (Step step : steps) {
        modes = rest % 3 == 0 ? modes : both(modes, Weakened.of(step, rest % 3 == 2));
        rest /= 3;
      }
      RingProgram weak = ring.with(modes);
      Exploration exploration =
          new Explorer(weak.program(), MemoryModel.RA, weak.judge(MemoryModel.RA), Options.PLAIN)
              .explore();
      assertThat(exploration.complete() || !exploration.findings().isEmpty()).isTrue();
      assertThat(exploration.findings().isEmpty()).as("%d", assignment).isEqualTo(assignment == 0);
    }
  }

  private static Mutation both(Mutation inner, Mutation outer) {
    return (memory, layout) -> outer.plant(inner.plant(memory, layout), layout);
  }

  /** Release is for callers there: the ring looks at nothing behind the flag. */
  @Test
  void anOpaqueCancelCannotBeSeen() throws Exception {
    RingProgram ring = RingControl.CCancelPlain.sound();
    RingProgram weak = ring.with(Weakened.of(Step.CCancel, false));
    Exploration exploration =
        new Explorer(weak.program(), MemoryModel.RA, weak.judge(MemoryModel.RA), Options.PLAIN)
            .explore();
    assertThat(exploration.status()).isEqualTo(Status.PASS);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*(Opaque|Plain)")
  void strongerMemoryHidesAMissingMode(RingControl control) throws Exception {
    assertThat(explore(control, MemoryModel.SC, true, List.of()).findings()).isEmpty();
    assertThat(explore(control, MemoryModel.TSO, true, List.of()).findings()).isEmpty();
  }
}
