package org.sabring.spec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.MissingLayer;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;

/** The table of guarantees in the README is the one that a verdict writes. */
@Tag("any-jdk")
class GuaranteesTest {

  private static final Path README = Path.of(System.getProperty("sabring.root"), "README.md");

  /** A verdict in which each layer holds the rules that name it, and no others. */
  private static Verdict asNamed() {
    return FakeLayer.verdict(
        MissingLayer.namedByTheRules().stream()
            .map(name -> layer(name, named(name)))
            .toArray(Layer[]::new));
  }

  private static Layer layer(String name, Rule... rules) {
    return FakeLayer.of(
        name,
        FakeLayer.check("watches", Status.PASS, rules),
        FakeLayer.control("breaks", Status.PASS, rules));
  }

  private static Rule[] named(String layer) {
    return Arrays.stream(Rule.values())
        .filter(rule -> rule.layers().contains(layer))
        .toArray(Rule[]::new);
  }

  @Test
  void theReadmeHasTheTicksOfAVerdictThatPasses() throws IOException {
    String ticks = Guarantees.ticks(asNamed().rules());
    assertThat(Files.readString(README)).as("in README.md belongs:\n%s", ticks).contains(ticks);
  }

  @Test
  void everyRuleIsInOneGroup() {
    Set<Rule> seen = EnumSet.noneOf(Rule.class);
    for (Guarantees.Promise promise : Guarantees.Promise.values()) {
      promise.rules().forEach(rule -> assertThat(seen.add(rule)).as(rule.name()).isTrue());
    }
    assertThat(seen).containsExactly(Rule.values());
  }

  @Test
  void whatIsOpenHasNoTick() {
    Verdict verdict =
        FakeLayer.verdict(
            layer("model", Rule.RB101, Rule.RB102, Rule.RB103),
            layer("proof", Rule.RB101, Rule.RB103),
            FakeLayer.of("weak", FakeLayer.check("unbroken", Status.PASS, Rule.RB101)));
    assertThat(Guarantees.ticks(verdict.rules()).lines().skip(2).collect(Collectors.toList()))
        .contains(
            "| FIFO, nothing lost, nothing invented | RB101 to RB103 | \u2713 | RB101, RB103 |"
                + " | | | | | | |")
        .contains("| no deadlock | RB304 | | | | | | | | | |");
  }

  @Test
  void whatItHoldsForIsSaidLayerByLayer() {
    assertThat(Guarantees.markdown(asNamed())).contains("| model | capacity 2 |\n");
  }
}
