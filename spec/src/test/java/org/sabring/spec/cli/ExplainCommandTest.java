package org.sabring.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.law.Rule;

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
  void theTextOfTheLawIsThere() throws IOException {
    Path root = Path.of(System.getProperty("sabring.root"));
    assertThat(Cli.run(root, List.of(), "explain", "RB104").out())
        .contains("\nCursorRingPromises.tla:", "  Bounded ==\n", "CursorRing.java:");
    JsonNode json = Cli.run(root, List.of(), "explain", "RB104", "--json").json();
    assertThat(json.at("/places/0/code").textValue()).contains("Bounded ==");
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
    assertThat(cli.err()).contains("'RB999' is neither a rule nor a mutant");
    for (Rule rule : Rule.values()) {
      assertThat(cli.err()).contains(rule.name());
    }
  }

  @Test
  void anUnknownNameListsTheMutantsToo() {
    String err = run("explain", "Nobody").err();
    assertThat(Mutants.all()).isNotEmpty();
    for (Mutant mutant : Mutants.all()) {
      assertThat(err).contains(mutant.name() + ": " + mutant.mistake());
    }
  }

  @Test
  void everyMutantIsExplained() {
    for (Mutant mutant : Mutants.all()) {
      Cli cli = run("explain", mutant.name().toLowerCase(Locale.ROOT));
      assertThat(cli.code()).isZero();
      assertThat(cli.out()).startsWith(mutant.name() + "  " + mutant.mistake());
      mutant.rules().forEach(rule -> assertThat(cli.out()).contains(rule.sentence()));
      mutant.sources().forEach(source -> assertThat(cli.out()).contains(source));
      List.of(Column.values()).forEach(column -> assertThat(cli.out()).contains(column.label()));
      assertThat(cli.out().contains("--replay " + mutant.schedule()))
          .isEqualTo(!mutant.schedule().isEmpty());
    }
  }

  @Test
  void aMistakeInAShippedClassIsShownAsADifference() throws IOException {
    String file = "impl/src/main/java/org/sabring/stream/sab/RingSource.java";
    assertThat(run("explain", "AskWithoutCompare").out())
        .contains("\n" + file + "\n- return question != null;\n+ return true;\n");
    JsonNode edit = run("explain", "AskWithoutCompare", "--json").json().path("edits").get(0);
    assertThat(edit.path("in").textValue()).isEqualTo(file);
    assertThat(edit.path("find").textValue()).isEqualTo("return question != null;");
    assertThat(edit.path("replace").textValue()).isEqualTo("return true;");
    assertThat(run("explain", "PutBeyondRoom", "--json").json().path("edits")).isEmpty();
  }

  @Test
  void aMutantInJsonHasEveryCell() throws IOException {
    JsonNode json = run("explain", "NoNotify", "--json").json();
    assertThat(json.path("format").textValue()).isEqualTo("sabring-mutant");
    assertThat(json.path("cells")).hasSize(Column.values().length);
    assertThat(json.at("/replay/2").textValue()).isEqualTo("NoNotify");
  }
}
