package org.sabring.properties.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;
import org.sabring.spec.report.FakeLayer;
import org.sabring.spec.report.Verdict;

/**
 * What {@code verify --mutant} finds: the right rule, in the right layer, with a counterexample.
 */
@Tag("any-jdk")
class PlantedTest {

  private static Layer layer(String name) {
    return ServiceLoader.load(Layer.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(layer -> layer.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static Verdict verdict(String layer, String mutant) {
    Layer planted = layer(layer).planted(Mutants.named(mutant).orElseThrow()).orElseThrow();
    return FakeLayer.verdict(planted);
  }

  @ParameterizedTest
  @CsvSource({
    "explore, NoNotify, RB303",
    "explore, CLoadWriteOpaque, RB201",
    "explore, AllSlotsUsed, RB104",
    "explore, CloseWithoutNotify, RB303",
    "property, ClosedFlagLost, RB501",
    "property, SkipSlot, RB204",
    "conformance, SkipSlot, RB204"
  })
  void aPlantedMutantIsFoundByItsRule(String layer, String mutant, Rule rule) {
    Verdict verdict = verdict(layer, mutant);
    assertThat(verdict.status()).isEqualTo(Status.FAIL);
    assertThat(verdict.failures())
        .allMatch(finding -> finding.layer().equals(layer))
        .anySatisfy(
            finding -> {
              assertThat(finding.check().rules()).contains(rule);
              assertThat(finding.check().counterexample()).isNotNull();
            });
    assertThat(verdict.rules())
        .filteredOn(row -> row.rule() == rule)
        .allMatch(row -> row.status() == Status.FAIL);
    assertThat(Mutants.named(mutant).orElseThrow().rules()).contains(rule);
  }

  /** What only the tests of streams find is told in words: it has no interleaving of two sides. */
  @Test
  void aMistakeInAStreamIsFoundByItsRule() {
    Verdict verdict = verdict("stream", "LostRest");
    assertThat(verdict.status()).isEqualTo(Status.FAIL);
    assertThat(verdict.failures().get(0).check().rules())
        .containsExactlyElementsOf(Mutants.named("LostRest").orElseThrow().rules());
    assertThat(verdict.failures().get(0).check().detail()).isNotEmpty();
  }

  /** Of every mutant, somebody who catches it can show it. */
  @Test
  void everyMutantCanBePlantedInALayerThatCatchesIt() {
    List<Layer> layers =
        ServiceLoader.load(Layer.class).stream().map(ServiceLoader.Provider::get).toList();
    for (Mutant mutant : Mutants.all()) {
      assertThat(layers)
          .as(mutant.name())
          .anyMatch(layer -> catches(mutant, layer.name()) && layer.planted(mutant).isPresent());
    }
  }

  private static boolean catches(Mutant mutant, String layer) {
    return Mutants.cells(mutant).entrySet().stream()
        .anyMatch(cell -> column(cell.getKey(), layer) && cell.getValue().isCaught());
  }

  private static boolean column(Column column, String layer) {
    return column != Column.ORACLE && column.layer().equals(layer);
  }

  @Test
  void whatALayerHasNoCodeForItDoesNotPlant() {
    Optional<Mutant> ofStreams = Mutants.named("PutBeyondRoom"); // the ring refuses it
    assertThat(layer("explore").planted(ofStreams.orElseThrow())).isEmpty();
    assertThat(layer("stream").planted(Mutants.named("NoNotify").orElseThrow())).isEmpty();
    assertThat(layer("model").planted(ofStreams.orElseThrow())).isPresent();
  }
}
