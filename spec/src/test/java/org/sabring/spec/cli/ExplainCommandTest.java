package org.sabring.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.spec.Rule;

class ExplainCommandTest {
  private static Cli run(String... args) {
    return Cli.run(Path.of("unused"), List.of(), args);
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleIsExplained(Rule rule) {
    Cli cli = run("explain", rule.name());
    assertThat(cli.code()).isZero();
    assertThat(cli.out())
        .startsWith(rule.name() + "  " + rule.sentence())
        .contains(rule.intent(), rule.property(), String.join(", ", rule.layers()));
  }

  @Test
  void caseDoesNotMatter() {
    assertThat(run("explain", "rb101").out()).isEqualTo(run("explain", "RB101").out());
  }

  @Test
  void jsonHoldsTheSame() throws IOException {
    JsonNode json = run("explain", "RB301", "--json").json();
    assertThat(json.path("format").textValue()).isEqualTo("sabring-rule");
    assertThat(json.path("id").textValue()).isEqualTo("RB301");
    assertThat(json.path("sentence").textValue()).isEqualTo(Rule.RB301.sentence());
    assertThat(json.path("intent").textValue()).isEqualTo(Rule.RB301.intent());
    assertThat(json.path("property").textValue()).isEqualTo("NoLostWakeup");
    assertThat(json.path("layers")).hasSize(Rule.RB301.layers().size());
  }

  @Test
  void anUnknownNameListsWhatThereIs() {
    Cli cli = run("explain", "RB999");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).contains("'RB999' is no rule", "mutants cannot be explained yet");
    for (Rule rule : Rule.values()) {
      assertThat(cli.err()).contains(rule.name());
    }
  }
}
