package org.sabring.tla.smt.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.law.RingStep;
import org.sabring.tla.LawModules;

/** The next-state relation is taken apart into the steps of the ring, whoever joins them. */
class ActionTest {

  private static final List<String> STEPS =
      Arrays.stream(RingStep.values()).filter(RingStep::isAction).map(RingStep::name).toList();

  @TempDir Path folder;

  private List<String> actions(String module, String next) throws IOException {
    LawModules.copyTo(folder, module);
    Specification specification = Specification.read(folder, module);
    return Action.of(specification, new Temporal.Part(specification.body(next), Environment.TOP))
        .stream()
        .map(Action::name)
        .toList();
  }

  @Test
  void anActionIsAStepOfTheRing() throws IOException {
    assertThat(actions("CursorRing", "Next")).containsExactlyInAnyOrderElementsOf(STEPS);
  }

  @Test
  void whatAControlAddsToEachActionIsDistributed() throws IOException {
    assertThat(actions("ClosedFlagApart", "ApartNext"))
        .map(name -> name.replace("Apart", ""))
        .containsExactlyInAnyOrderElementsOf(STEPS);
  }
}
