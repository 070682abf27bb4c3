package org.sabring.tla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Rule;

/** Which models there are and what they check, without running any. */
class ModelCatalogueTest {

  /** What the modules beside the law promise, and of what: each with a control for each promise. */
  private static final Map<String, List<String>> BESIDE =
      Map.of(
          "SabStreamPromises",
              List.of(
                  "StateOK",
                  "UsesTheRing",
                  "DeliveredInOrder",
                  "HeldInOrder",
                  "HeldIsBounded",
                  "InFlightIsBounded",
                  "ReadIsNotReentered",
                  "ReadOnlyWhileOpen",
                  "EndOnlyAfterAll",
                  "EndOnce",
                  "NothingAfterEnd",
                  "NothingTakenAfterDestroy",
                  "NothingAfterClose",
                  "CloseFollowsDestroy",
                  "LoopNeverBlocks",
                  "WillBeTold",
                  "DestroyCancels",
                  "EverythingPutIsDelivered",
                  "CloseEndsTheStream",
                  "DestroyReachesTheRing"),
          "SabWritablePromises",
              List.of(
                  "StateOK",
                  "WritesIntoTheRing",
                  "WrittenInOrder",
                  "WrittenIsBounded",
                  "TellsWhenFull",
                  "DrainOnlyWhenEmpty",
                  "CloseAfterAll",
                  "WillBeToldOfRoom",
                  "DestroyCloses",
                  "EverythingWrittenIsPut",
                  "DrainFollows",
                  "EndClosesTheRing",
                  "CancelReachesTheStream"),
          "BrokenOffWaits", List.of("WakingChangesNothing", "NothingHalfDone"),
          "StoppedSide",
              List.of(
                  "AtMostOneUnpublished",
                  "StoredIsThere",
                  "NothingStoredIsOverwritten",
                  "EverythingPutIsTaken",
                  "CloseReachesConsumer",
                  "ConsumerComesBack",
                  "EverythingFreedIsFilled",
                  "CancelledNeverBlocks",
                  "ProducerComesBack"),
          "WaiterListPromises",
              List.of(
                  "StateOK",
                  "EverySleeperIsListedOrTold",
                  "NoneSwallowed",
                  "NoLostWakeup",
                  "OldestFirst",
                  "NotRemembered",
                  "AllSeeTheLastChange"),
          "HandshakePromises",
              List.of(
                  "StateOK",
                  "NoLostWakeup",
                  "AtMostOneTimeout",
                  "NeverWaitsOverIt",
                  "EverythingPublishedIsSeen"));

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
      if (rule.compareTo(Rule.RB601) < 0) {
        safe.addAll(List.of(rule.property().split(", ")));
      }
    }
    safe.removeAll(lively);
    for (Model model : Model.all()) {
      if (model.isControl() || !model.module().equals("CursorRingPromises")) {
        continue;
      }
      Set<String> expected = new TreeSet<>(model.specification().equals("Spec") ? safe : lively);
      if (model.protocol().profile() == Profile.SEED) {
        expected.remove("ConsumedNeverAhead"); // what the seed does not promise
      }
      assertThat(new TreeSet<>(model.checked())).as(model.name()).isEqualTo(expected);
    }
  }

  /** Nor can a model be taken out, or get other states, without the tables of the README. */
  @Test
  void theTablesOfTheReadmeNameTheModelsAndTheirStates() throws IOException {
    Map<String, Integer> told = new TreeMap<>();
    for (List<String> row : rows("states")) {
      List<String> names = names(row.get(0));
      List<String> states = List.of(row.get(1).replace(" ", "").split(",", -1));
      for (int i = 0; i < names.size(); i++) {
        told.put(names.get(i), Integer.valueOf(states.get(i)));
      }
    }
    for (Model model : Model.all()) {
      boolean inProse = isIn("proof", model) || isIn("controls", model);
      if (!model.isControl() && !inProse) {
        assertThat(told).containsKey(model.name());
      }
    }
    told.forEach(
        (name, states) ->
            assertThat(Model.named(name).expect().states()).as(name).isEqualTo(states));
    for (List<String> row : rows("what TLC then says")) {
      assertThat(names(row.get(0))).as(row.toString()).isNotEmpty();
    }
  }

  private static boolean isIn(String folder, Model model) {
    return LawModules.class.getResource(folder + "/" + model.module() + ".tla") != null;
  }

  /** The cells below {@code model} or {@code control}, and those below the given head. */
  private static List<List<String>> rows(String head) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<String> heads = List.of();
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      List<String> cells = List.of(line.split(" *\\| *", -1));
      if (line.startsWith("| model |") || line.startsWith("| control |")) {
        heads = cells;
      } else if (!line.startsWith("|")) {
        heads = List.of();
      } else if (!line.startsWith("|---")) {
        int name = 1;
        for (int i = 0; i < heads.size(); i++) {
          name = heads.get(i).equals("model") ? i : name;
          if (heads.get(i).equals(head)) {
            rows.add(List.of(cells.get(name), cells.get(i)));
          }
        }
      }
    }
    assertThat(rows).as(head).isNotEmpty();
    return rows;
  }

  /**
   * The models that a cell names, by their names or that of their module. {@code -3} after {@code
   * seed-2} is the shortest name that begins as that and ends so; three dots stand for any ending.
   */
  private static List<String> names(String cell) {
    List<String> names = new ArrayList<>();
    Matcher quoted = Pattern.compile("`([^`]+)`").matcher(cell);
    while (quoted.find()) {
      String text = quoted.group(1);
      String begins = text.startsWith("-") ? names.get(0).split("-", -1)[0] : text.replace("…", "");
      String ends = text.startsWith("-") ? text : "";
      boolean isPart = text.contains("…") || text.startsWith("-");
      names.add(
          Model.all().stream()
              .filter(m -> isPart || m.name().equals(text) || m.module().equals(text))
              .map(Model::name)
              .filter(name -> name.startsWith(begins) && name.endsWith(ends))
              .min(Comparator.comparing(String::length))
              .orElseThrow(() -> new AssertionError("no model " + text)));
    }
    return names;
  }

  /**
   * What the modules beside the law promise is checked, that and no more, and each has a control.
   */
  @Test
  void everyPromiseBesideTheLawIsCheckedAndHasAControl() throws IOException {
    Map<String, Set<String>> checked = new TreeMap<>();
    Map<String, Set<String>> broken = new TreeMap<>();
    for (Model model : Model.all()) {
      String subject = subject(model.module());
      if (BESIDE.containsKey(subject)) {
        Map<String, Set<String>> seen = model.isControl() ? broken : checked;
        seen.computeIfAbsent(subject, any -> new TreeSet<>()).addAll(model.checked());
      }
    }
    BESIDE.forEach(
        (subject, promises) -> {
          assertThat(checked.get(subject)).as(subject).containsAll(promises);
          assertThat(broken.get(subject)).as(subject + ": controls").containsAll(promises);
        });
    assertThat(checked.get("StoppedSide")).hasSameElementsAs(BESIDE.get("StoppedSide"));
    assertThat(checked.get("SabStreamPromises")).hasSameElementsAs(BESIDE.get("SabStreamPromises"));
    assertThat(checked.get("SabWritablePromises"))
        .hasSameElementsAs(BESIDE.get("SabWritablePromises"));
    assertThat(checked.get("WaiterListPromises"))
        .hasSameElementsAs(BESIDE.get("WaiterListPromises"));
    assertThat(checked.get("HandshakePromises")).hasSameElementsAs(BESIDE.get("HandshakePromises"));
  }

  /** A control builds on the module that it is a control of. */
  private static String subject(String module) throws IOException {
    if (BESIDE.containsKey(module)
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
