package org.sabring.properties.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.properties.Heard;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;

@Tag("any-jdk")
class ConformanceLayerTest {

  @TempDir Path folder;

  private static Set<Rule> rules(Stream<Check> checks) {
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    checks.forEach(check -> rules.addAll(check.rules()));
    return rules;
  }

  @Test
  void allThreeGraphsAreTheSameAndEveryControlDiffers() throws Exception {
    Heard listener = new Heard("states");
    Evidence evidence = new ConformanceLayer(folder).run(Bounds.QUICK, listener);
    assertThat(evidence.checks().stream().filter(check -> check.status() != Status.PASS))
        .map(check -> check.name() + ": " + check.detail())
        .isEmpty();
    assertThat(listener.ended()).isEqualTo(evidence.checks().stream().map(Check::name).toList());
    assertThat(listener.ended()).doesNotHaveDuplicates().hasSize(listener.announced());
    Set<Rule> given = EnumSet.noneOf(Rule.class);
    Stream.of(Rule.values()).filter(r -> r.layers().contains("conformance")).forEach(given::add);
    assertThat(rules(evidence.checks().stream().filter(c -> !c.control()))).isEqualTo(given);
    assertThat(rules(evidence.checks().stream().filter(Check::control))).isEqualTo(given);
    Check law = evidence.checks().get(0);
    assertThat(law.figures()).containsEntry("states", 24008).containsEntry("edges", 52160);
    assertThat(evidence.checks().stream().filter(Check::control))
        .allMatch(check -> check.counterexample() != null);
  }

  /** What differs fails where nothing should, and what does not differ fails as a control. */
  @Test
  void control_aDifferenceFailsAndAControlWithoutOneToo() throws Exception {
    Comparison differs = MachineControl.MachineOfTheSeed.compare();
    assertThat(ConformanceLayer.check("wrong ring", differs, false, List.of()).status())
        .isEqualTo(Status.FAIL);
    Conformance polling = Conformance.of(2, Ways.POLLING);
    Comparison same = polling.compare(polling.law(), states -> {});
    assertThat(ConformanceLayer.check("no mistake", same, true, List.of()).status())
        .isEqualTo(Status.FAIL);
  }

  @Test
  void theLayerIsFound() {
    assertThat(ServiceLoader.load(Layer.class)).map(Layer::name).contains("conformance");
  }
}
