package org.sabring.tla;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.Profile;
import org.sabring.spec.Rule;
import org.sabring.spec.verdict.Bounds;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Evidence;
import org.sabring.spec.verdict.Progress;
import org.sabring.spec.verdict.Status;

class ModelLayerTest {

  private static final int CONTROLS = 28;

  @TempDir Path folder;

  @Test
  void everyQuickModelComesOutAsExpected() throws InterruptedException {
    Evidence evidence = new ModelLayer(Model.all(), folder).run(Bounds.QUICK, Progress.SILENT);

    assertThat(evidence.checks().stream().filter(check -> check.status() != Status.PASS))
        .map(check -> check.name() + ": " + check.detail())
        .isEmpty();
    assertThat(evidence.checks().stream().filter(Check::control))
        .allSatisfy(control -> assertThat(control.counterexample()).as(control.name()).isNotNull());
    long quick = Model.all().stream().filter(m -> m.effort() == Bounds.QUICK).count();
    assertThat(evidence.checks()).hasSize((int) quick);
  }

  @Test
  void everyPropertyOfTheCatalogueIsCheckedAndHasAControl() {
    Set<Rule> checked = new LinkedHashSet<>();
    Set<Rule> broken = new LinkedHashSet<>();
    for (Model model : Model.all()) {
      (model.isControl() ? broken : checked).addAll(model.rules());
    }
    Set<Rule> promised =
        new LinkedHashSet<>(
            Stream.of(Rule.values()).filter(rule -> rule.layers().contains("model")).toList());
    assertThat(checked).isEqualTo(promised);
    // RB301 is broken by what its parts RB302 and RB303 name.
    assertThat(broken).isEqualTo(promised);
  }

  /** Nobody can take a check out of a model, or a model or control out of the layer, unnoticed. */
  @Test
  void everyModelChecksAllThatItCan() {
    Set<String> lively =
        Set.of("EverythingPutIsTaken", "CloseReachesConsumer", "CancelReachesProducer");
    Set<String> safe = new TreeSet<>();
    for (Rule rule : Rule.values()) {
      safe.addAll(List.of(rule.property().split(", ")));
    }
    safe.removeAll(lively);
    for (Model model : Model.all()) {
      if (model.isControl() || model.name().equals("FreeBeforeRead-no-race")) {
        continue;
      }
      Set<String> expected = new TreeSet<>(model.specification().equals("Spec") ? safe : lively);
      if (model.protocol().profile() == Profile.SEED) {
        expected.remove("ConsumedNeverAhead"); // what the seed does not promise
      }
      assertThat(new TreeSet<>(model.checked())).as(model.name()).isEqualTo(expected);
    }
    assertThat(Model.all().stream().filter(model -> !model.isControl()).map(Model::name))
        .containsExactly(
            "reference-2",
            "reference-3",
            "reference-4",
            "seed-2",
            "seed-3",
            "seed-4",
            "reference-2-live",
            "reference-2-live-short",
            "seed-2-live",
            "FreeBeforeRead-no-race");
    assertThat(Model.all().stream().filter(Model::isControl)).hasSize(CONTROLS);
  }

  @Test
  void failsWhenTheResultDiffers() throws InterruptedException {
    assertThat(judged("PublishBeforeWrite", Map.of()))
        .startsWith("FAIL")
        .contains("expected: violates NoDataRaces");
  }

  @Test
  void failsWhenThePropertyDiffers() throws InterruptedException {
    Model control = Model.named("CountTwice");
    Model other = with(control, control.constants(), control.replace(), List.of("CounterBounds"));
    Check check =
        new ModelLayer(List.of(other), folder).run(Bounds.QUICK, Progress.SILENT).checks().get(0);
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).contains("expected: violates CountersCount");
  }

  @Test
  void failsWhenTheStateCountDiffers() throws InterruptedException {
    Model seed = Model.named("seed-2");
    Map<String, Object> constants = new TreeMap<>(seed.constants());
    constants.put("Items", 4);
    Model fewer = with(seed, constants, seed.replace(), seed.invariants());
    Check check =
        new ModelLayer(List.of(fewer), folder).run(Bounds.QUICK, Progress.SILENT).checks().get(0);
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).contains("expected: holds in " + seed.expect().states());
  }

  @Test
  void failsWhenTlcCannotReadTheModel() throws InterruptedException {
    assertThat(judged("NoNotify", Map.of("PutOrder", "NoSuchDefinition")))
        .startsWith("FAIL")
        .contains("TLC did not finish");
  }

  @Test
  void drawsACounterexampleInTheCommonForm() throws InterruptedException {
    Model model = Model.named("ClosedFlagApart");
    Check check =
        new ModelLayer(List.of(model), folder).run(Bounds.QUICK, Progress.SILENT).checks().get(0);
    List<String> drawn = Objects.requireNonNull(check.counterexample()).draw();
    assertThat(drawn.get(0)).contains("producer").contains("consumer").contains("memory");
    assertThat(drawn).anyMatch(line -> line.contains("CWait: sleeps on WRITE"));
    assertThat(drawn).anyMatch(line -> line.contains("PClose") && line.contains("closedFlag=TRUE"));
  }

  private String judged(String name, Map<String, String> replace) throws InterruptedException {
    Model control = Model.named(name);
    Model other = with(control, control.constants(), replace, control.invariants());
    Check check =
        new ModelLayer(List.of(other), folder).run(Bounds.QUICK, Progress.SILENT).checks().get(0);
    return check.status() + " " + check.detail();
  }

  private static Model with(
      Model model,
      Map<String, Object> constants,
      Map<String, String> replace,
      List<String> invariants) {
    return new Model(
        model.name(),
        model.says(),
        model.module(),
        model.specification(),
        constants,
        replace,
        invariants,
        model.properties(),
        model.effort(),
        model.expect(),
        model.breaks());
  }
}
