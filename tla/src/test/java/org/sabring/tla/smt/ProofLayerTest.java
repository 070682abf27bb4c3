package org.sabring.tla.smt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.catalog.Cell;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.tla.LawModules;
import org.sabring.tla.Model;
import org.sabring.tla.Readme;

/** What is proved, what is refuted, and that the README says neither more nor less. */
@Tag("any-jdk")
class ProofLayerTest {

  /** Modules whose mutants are TLC's, but for those that can be proved wrong all the same. */
  private static final List<String> BESIDE_THE_RING =
      List.of("BrokenOffWaits", "StoppedSide", "InductiveStates", "CursorRingAsAny");

  @TempDir private static Path folder;

  private static Evidence evidence = new Evidence(List.of());

  @BeforeAll
  static void prove() throws InterruptedException {
    evidence = new ProofLayer(Claim.all(), folder).run(Bounds.DEFAULT, Progress.SILENT);
  }

  @Test
  void bothSolversProveEveryObligation() {
    assertThat(evidence.checks().stream().filter(check -> check.status() != Status.PASS))
        .map(check -> check.name() + ": " + check.detail())
        .isEmpty();
    assertThat(total("obligations")).isEqualTo(total("proved")).isGreaterThan(1000);
  }

  /** A conjunct that has the name of another layer's promise would be taken for it. */
  @Test
  void noRuleIsProvedThatDoesNotNameTheLayer() {
    assertThat(evidence.checks().stream().flatMap(check -> check.rules().stream()).distinct())
        .isNotEmpty()
        .allMatch(rule -> rule.layers().contains("proof"));
  }

  private static long total(String figure) {
    return evidence.checks().stream()
        .filter(check -> !check.control())
        .mapToLong(check -> check.figures().getOrDefault(figure, 0).longValue())
        .sum();
  }

  @Test
  void theReadmeListsTheObligations() throws IOException {
    for (String claim : List.of("reference", "seed")) {
      Map<String, String> counts = new LinkedHashMap<>();
      evidence.tables().stream()
          .filter(table -> table.title().equals(claim + ": what is proved, from what"))
          .flatMap(table -> table.rows().stream())
          .forEach(
              row -> counts.put(row.get(0) + " | " + row.get(1) + " | " + row.get(2), row.get(3)));
      List<String> expected = new ArrayList<>();
      counts.forEach((row, count) -> expected.add("| " + row + " | " + count + " |"));
      List<String> rows = new ArrayList<>(Readme.rows("", "| goal | is | from | obligations |"));
      if (claim.equals("seed")) {
        rows.removeIf(row -> row.contains("ConsumedNeverAhead"));
      }
      assertThat(rows).as(claim).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void theReadmeSaysWhatEachMutantBreaks() throws IOException {
    List<String> expected =
        evidence.checks().stream()
            .filter(Check::control)
            .filter(check -> check.figures().containsKey("refuted"))
            .map(check -> "| `" + check.name() + "` | " + check.detail() + " |")
            .toList();
    List<String> rows = new ArrayList<>(Readme.rows("", "| mutant | what fails |"));
    rows.addAll(Readme.rows("### The streams", "| mutant | what fails |"));
    assertThat(rows).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theReadmeCountsTheObligationsOfTheStreams() throws IOException {
    List<String> expected = new ArrayList<>();
    for (Claim claim : Claim.all()) {
      if (claim.module().startsWith("Sab")) {
        Argument argument = Proof.of(claim, folder).argument();
        long actions = argument.groups().stream().filter(Group::step).count();
        int all = argument.groups().stream().mapToInt(group -> group.goals().size()).sum();
        List<Object> figures =
            List.of(
                actions,
                argument.conjuncts().size(),
                claim.promises().size() + claim.properties().size(),
                claim.rankings().size(),
                all,
                claim.controls().size());
        String row = String.join(" | ", figures.stream().map(Object::toString).toList());
        expected.add("| `%s` | %s |".formatted(claim.name(), row));
      }
    }
    assertThat(
            Readme.rows(
                "### The streams",
                "| claim | actions | conjuncts | promises | rankings | obligations | mutants |"))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void theReadmeSaysWhatEachConjunctIsNeededFor() throws IOException {
    Pattern needed = Pattern.compile("(\\w+) \\((\\w+): (\\w+)\\)");
    Check check = check("reference: needs each conjunct");
    List<String> expected = new ArrayList<>();
    Matcher matcher = needed.matcher(check.detail());
    while (matcher.find()) {
      expected.add(
          "| %s | %s, from %s |".formatted(matcher.group(1), matcher.group(3), matcher.group(2)));
    }
    assertThat(Readme.rows("", "| without | fails |")).containsExactlyElementsOf(expected);
  }

  private static boolean isOfAStream(Model model) {
    return model.constants().containsKey("Source") || model.constants().containsKey("Writer");
  }

  @Test
  void everySafetyMutantOfTheRingAndOfTheStreamsIsRefutedAndDrawn() {
    List<String> refuted = Claim.all().stream().flatMap(c -> c.controls().stream()).toList();
    for (Model model : Model.all()) {
      boolean isOfTheRing =
          model.constants().containsKey("Profile")
              && LawModules.modules(model.module()).contains("CursorRingPromises")
              && Collections.disjoint(LawModules.modules(model.module()), BESIDE_THE_RING);
      boolean isOfSteps =
          model.specification().equals("Spec") || model.module().equals("ClosedFlagApart");
      boolean needed = model.isControl() && isOfSteps && (isOfTheRing || isOfAStream(model));
      boolean sameMistake =
          refuted.stream()
              .map(Model::named)
              .anyMatch(
                  other ->
                      other.module().equals(model.module())
                          && other.replace().equals(model.replace()));
      assertThat(!needed || sameMistake).as(model.name()).isTrue();
    }
    for (String mutant : refuted) {
      assertThat(check(mutant).counterexample()).as(mutant).isNotNull();
      assertThat(check(mutant).rules()).as(mutant).containsAll(Model.named(mutant).breaks());
    }
  }

  @Test
  void everyMutantIsRefutedWithTheBoundsLeftOpen() {
    for (Claim claim : Claim.all()) {
      if (!claim.controls().isEmpty()) {
        Map<String, Number> figures =
            check(claim.name() + ": mutants with the bounds open").figures();
        assertThat(figures.getOrDefault("mutants", 0).intValue())
            .isEqualTo(claim.controls().size());
        assertThat(figures.getOrDefault(Controls.OPEN, 0).intValue())
            .isEqualTo(claim.controls().size());
      }
    }
  }

  @Test
  void theMutantsOfTheProofAreThoseOfTheMatrix() {
    Set<String> planted = new LinkedHashSet<>();
    Claim.all().forEach(claim -> planted.addAll(claim.controls()));
    planted.removeIf(name -> name.startsWith("ExactBounds")); // tighter promises, not mistakes
    planted.removeIf(name -> name.endsWith("Ranking")); // mistakes of the proof
    planted.remove("writable-ignores-unbounded"); // a mistake of the writer
    Set<String> listed = new LinkedHashSet<>();
    Mutants.all().stream()
        .map(mutant -> Mutants.cell(mutant, Column.PROOF))
        .filter(Cell::isCaught)
        .forEach(cell -> listed.addAll(cell.names()));
    assertThat(listed).isEqualTo(planted);
  }

  @Test
  void aCounterexampleIsDrawnInTheCommonForm() {
    List<String> drawn = Objects.requireNonNull(check("SkipSlot").counterexample()).draw();
    assertThat(drawn.get(0)).contains("producer").contains("consumer").contains("memory");
    assertThat(drawn).anyMatch(line -> line.contains("a state that satisfies the invariant"));
    assertThat(drawn).anyMatch(line -> line.contains("CPublish: READ := "));
    assertThat(drawn).anyMatch(line -> line.contains("this breaks CursorsTellStored"));
  }

  @Test
  void aCounterexampleOfAStreamShowsWhatItHolds() {
    List<String> drawn = Objects.requireNonNull(check("DropWhenPaused").counterexample()).draw();
    assertThat(drawn).anyMatch(line -> line.contains("buffer=<<") && line.contains("seen=<<"));
    assertThat(drawn).anyMatch(line -> line.contains("this breaks TakenIsSomewhere"));
  }

  @Test
  void whatTheSolversWereAskedIsKept() {
    assertThat(folder.resolve("reference/PPublish.smt2"))
        .content()
        .contains("; action PPublish")
        .contains("; does not follow: SlotsHoldStored")
        .contains("(define-fun |put'| () Int (+ put 1))");
  }

  private static Check check(String name) {
    return evidence.checks().stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
