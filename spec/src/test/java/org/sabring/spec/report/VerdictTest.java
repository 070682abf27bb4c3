package org.sabring.spec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sabring.spec.report.FakeLayer.check;
import static org.sabring.spec.report.FakeLayer.control;
import static org.sabring.spec.report.FakeLayer.verdict;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.MissingLayer;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;

class VerdictTest {
  private static final Check EVERYTHING = check("everything", Status.PASS, Rule.values());
  private static final Check BROKEN = control("everything broken", Status.PASS, Rule.values());

  /** Every layer that the rules name, each watching every rule. */
  private static List<Layer> complete() {
    return MissingLayer.namedByTheRules().stream()
        .<Layer>map(name -> FakeLayer.of(name, EVERYTHING, BROKEN))
        .toList();
  }

  private static RuleEvidence row(Verdict verdict, Rule rule) {
    return verdict.rules().stream().filter(row -> row.rule() == rule).findFirst().orElseThrow();
  }

  @Test
  void allLayersAndAllRulesMakePass() {
    assertThat(verdict(complete().toArray(Layer[]::new)).status()).isEqualTo(Status.PASS);
  }

  @Test
  void aRuleThatNobodyWatchedKeepsTheWholeFromPass() {
    Verdict verdict =
        verdict(
            FakeLayer.of(
                "model",
                check("one", Status.PASS, Rule.RB101),
                control("other", Status.PASS, Rule.RB101)));
    assertThat(row(verdict, Rule.RB101).status()).isEqualTo(Status.PASS);
    assertThat(row(verdict, Rule.RB305).status()).isEqualTo(Status.UNKNOWN);
    assertThat(row(verdict, Rule.RB305).whyUnknown())
        .isEqualTo("left open by model (no check watches it)");
    assertThat(verdict.status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void aRuleIsAsGoodAsTheChecksAndControlsThatNameIt() {
    Verdict verdict =
        verdict(
            FakeLayer.of(
                "fake",
                check("watches", Status.PASS, Rule.RB101, Rule.RB102),
                control("broken", Status.PASS, Rule.RB101),
                control("unwatched", Status.PASS, Rule.RB103),
                control("too-good", Status.FAIL, Rule.RB102)));
    assertThat(row(verdict, Rule.RB101).status()).isEqualTo(Status.PASS);
    assertThat(row(verdict, Rule.RB102).status()).isEqualTo(Status.FAIL);
    assertThat(row(verdict, Rule.RB103).status()).isEqualTo(Status.UNKNOWN);
    assertThat(row(verdict, Rule.RB103).cells().get(0).controls()).containsExactly("unwatched");
    assertThat(row(verdict, Rule.RB104).cells()).isEmpty();
    assertThat(row(verdict, Rule.RB104).whyUnknown()).isEqualTo("nobody watched it");
    assertThat(verdict.failures())
        .extracting(found -> found.check().name())
        .containsExactly("too-good");
  }

  @Test
  void thereIsNoTickWithoutAMistakeThatIsFound() {
    Verdict verdict = verdict(FakeLayer.of("fake", EVERYTHING));
    RuleEvidence.Cell cell = row(verdict, Rule.RB101).cells().get(0);
    assertThat(cell.status()).isEqualTo(Status.UNKNOWN);
    assertThat(cell.lacks()).isEqualTo("no mistake that breaks it was tried at these bounds");
  }

  @Test
  void aQuickRunNeedNotTryAMistakeAndTheMarkSaysSo() {
    Verdict verdict = verdict(Bounds.QUICK, FakeLayer.of("fake", EVERYTHING));
    RuleEvidence.Cell cell = row(verdict, Rule.RB101).cells().get(0);
    assertThat(cell.status()).isEqualTo(Status.PASS);
    assertThat(cell.mark()).isEqualTo("\u25cb");
  }

  @Test
  void thereIsNoTickThatDoesNotSayWhatItHoldsFor() {
    Verdict verdict = verdict(FakeLayer.of("fake", EVERYTHING.over(Map.of()), BROKEN));
    RuleEvidence.Cell cell = row(verdict, Rule.RB101).cells().get(0);
    assertThat(cell.status()).isEqualTo(Status.UNKNOWN);
    assertThat(cell.lacks()).isEqualTo("no check says what it was made over");
  }

  @Test
  void aTickHoldsForAllThatItsChecksWereMadeOver() {
    Verdict verdict =
        verdict(
            FakeLayer.of(
                "fake",
                EVERYTHING.over(Map.of("capacity", "10")),
                check("small", Status.PASS, Rule.RB101),
                check("open", Status.UNKNOWN, Rule.RB101).over(Map.of("capacity", "11")),
                check("of another", Status.PASS, Rule.RB102).over(Map.of("capacity", "12")),
                BROKEN));
    assertThat(row(verdict, Rule.RB101).cells().get(0).made()).isEqualTo("capacity 2, 10");
  }

  @Test
  void whatWasNotAskedForDoesNotCountButIsThere() {
    Layer good = FakeLayer.of("good", check("one", Status.PASS));
    Layer bad = FakeLayer.of("bad", check("two", Status.FAIL));
    Verdict verdict =
        Verification.run(
            "a fake", List.of(good, bad), Set.of("good"), Bounds.FULL, new Reporter() {});
    assertThat(verdict.status()).isEqualTo(Status.PASS);
    assertThat(verdict.layers()).extracting(LayerResult::label).containsExactly("PASS", "not run");
    assertThat(row(verdict, Rule.RB101).status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void nothingAtAllIsUnknown() {
    assertThat(verdict().status()).isEqualTo(Status.UNKNOWN);
    assertThat(verdict(FakeLayer.of("empty")).status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void aMissingLayerIsUnknownForTheRulesThatNameIt() {
    Verdict verdict = verdict(new MissingLayer("race"));
    Check check = verdict.layers().get(0).evidence().checks().get(0);
    assertThat(check.status()).isEqualTo(Status.UNKNOWN);
    assertThat(check.rules()).contains(Rule.RB201).doesNotContain(Rule.RB305);
    assertThat(check.detail()).contains("race");
  }
}
