package org.sabring.tla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Rule;

/** Which models there are and what they check, without running any. */
class ModelCatalogueTest {

  /** The modules beside the law that promise something of their own. */
  private static final List<String> BESIDE =
      List.of(
          "SabStreamPromises",
          "SabWritablePromises",
          "PipelinePromises",
          "BrokenOffWaits",
          "StoppedSide",
          "WaiterListPromises",
          "HandshakePromises",
          "AnyRingPromises",
          "CursorRingAsAny",
          "CachedRing",
          "BatchedRing",
          "RankingRule",
          "EventRule");

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
        Set.of(
            "EverythingPutIsTaken",
            "CloseReachesConsumer",
            "CancelReachesProducer",
            "PutComesBack");
    Set<String> safe = new TreeSet<>();
    for (Rule rule : Rule.values()) {
      if (rule.compareTo(Rule.RB601) < 0) {
        safe.addAll(List.of(rule.property().split(", ")));
      }
    }
    safe.removeAll(lively);
    for (Model model : Model.all()) {
      if (model.isControl() || !model.module().equals("CursorRingPromises")) {
        continue;
      }
      if (model.distributed()) {
        assertThat(model.checked()).as(model.name()).isEqualTo(onWorkers(model));
        continue;
      }
      Set<String> expected = new TreeSet<>(model.specification().equals("Spec") ? safe : lively);
      if (model.protocol().profile() == Profile.SEED) {
        expected.remove("ConsumedNeverAhead"); // what the seed does not promise
      }
      assertThat(new TreeSet<>(model.checked())).as(model.name()).isEqualTo(expected);
    }
  }

  /** TLC's workers look at states alone: the invariants, and the one that stands for refinement. */
  private static List<String> onWorkers(Model model) {
    String profile = model.protocol().profile().label();
    List<String> invariants = new ArrayList<>(Model.named(profile + "-4").invariants());
    invariants.add("StepsRefineBoundedFifo");
    return invariants;
  }

  /** A model for several machines is one that they can judge: no liveness, and no other steps. */
  @Test
  void whatIsForSeveralMachinesIsAskedOfStates() {
    List<Model> distributed = Model.all().stream().filter(Model::distributed).toList();
    assertThat(distributed).anyMatch(Model::isControl).anyMatch(model -> !model.isControl());
    assertThat(distributed)
        .allSatisfy(
            model -> {
              assertThat(model.specification()).as(model.name()).isEqualTo("Spec");
              assertThat(model.properties()).as(model.name()).isEmpty();
              assertThat(model.effort()).as(model.name()).isEqualTo(Bounds.FULL);
            });
  }

  /**
   * What a model of a module beside the law checks has a control of that module, and what a control
   * breaks is checked; what {@code BrokenOffWaits} keeps of the law has its controls there.
   */
  @Test
  void everyPromiseBesideTheLawIsCheckedAndHasAControl() throws IOException {
    Map<String, Set<String>> checked = new TreeMap<>();
    Map<String, Set<String>> broken = new TreeMap<>();
    for (Model model : Model.all()) {
      Map<String, Set<String>> seen = model.isControl() ? broken : checked;
      seen.computeIfAbsent(subject(model.module()), any -> new TreeSet<>()).addAll(model.checked());
    }
    Set<String> ofTheLaw = checked.getOrDefault("CursorRingPromises", Set.of());
    checked.getOrDefault("BrokenOffWaits", Set.of()).removeAll(ofTheLaw);
    broken.getOrDefault("BrokenOffWaits", Set.of()).removeAll(ofTheLaw);
    for (String subject : BESIDE) {
      assertThat(checked.get(subject)).as(subject).isNotEmpty().isEqualTo(broken.get(subject));
    }
  }

  /** A control builds on the module that it is a control of. */
  private static String subject(String module) throws IOException {
    if (BESIDE.contains(module)
        || LawModules.class.getResource("controls/" + module + ".tla") == null) {
      return module;
    }
    try (InputStream text = LawModules.open("controls/" + module + ".tla")) {
      Matcher base =
          Pattern.compile("(?m)^EXTENDS (\\w+)")
              .matcher(new String(text.readAllBytes(), StandardCharsets.UTF_8));
      return base.find() ? base.group(1) : module;
    }
  }
}
