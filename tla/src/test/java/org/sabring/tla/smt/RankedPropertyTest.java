package org.sabring.tla.smt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sabring.spec.check.Bounds;
import org.sabring.tla.LawModules;
import org.sabring.tla.smt.translate.OutsideFragment;
import org.sabring.tla.smt.translate.Specification;

/** A ranking proves the promise that it is about, if both sides are fair and able, and no other. */
@Tag("any-jdk")
class RankedPropertyTest {

  private static final String MODULE =
      """
      ---- MODULE Counting ----
      EXTENDS Ranking
      VARIABLES x, y
      vars == <<x, y>>
      Init == x = 5 /\\ y = 0
      Down == x > 0 /\\ x' = x - 1 /\\ y' = y
      Idle == y' = y + 1 /\\ x' = x
      Next == Down \\/ Idle
      Spec == Init /\\ [][Next]_vars
      Fair == Spec /\\ WF_vars(Down) /\\ WF_vars(Idle)
      Unfair == Spec /\\ WF_vars(Idle)
      HalfFair == Spec /\\ WF_y(Down) /\\ WF_vars(Idle)
      IsInt == x \\in Nat /\\ y \\in Nat

      Comes == x < 9 ~> x = 0
      ComesLater == x < 9 ~> x = 1
      BeginsElsewhere == x < 8 ~> x = 0
      DownCan == x > 0 => ENABLED <<Down>>_vars
      MayStutter == x > 0 => ENABLED Down
      IdleCan == TRUE => ENABLED <<Idle>>_vars

      States == Ranked(x < 9, x = 0, x < 9, x, TRUE, x > 0, TRUE)
      Steps == [][ComesNearer(x = 0, x < 9, x, TRUE, Down, Idle)]_vars
      OtherRank == [][ComesNearer(x = 0, x < 9, y, TRUE, Down, Idle)]_vars
      OtherGood == [][ComesNearer(x = 1, x < 9, x, TRUE, Down, Idle)]_vars
      ====
      """;

  @TempDir Path folder;

  private Proof counting(String specification, String property, String steps, List<String> promises)
      throws IOException {
    LawModules.copyTo(folder, "Ranking");
    Files.writeString(folder.resolve("Counting.tla"), MODULE);
    Claim claim =
        new Claim(
            "counting",
            "Counting",
            specification,
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            "IsInt",
            promises,
            List.of(),
            List.of(new Claim.Ranking(property, "States", steps, null)),
            List.of(),
            List.of(),
            List.of(),
            null,
            Bounds.QUICK);
    return Proof.of(Specification.read(folder, "Counting"), claim, folder.resolve("asked"));
  }

  @Test
  void aRankingOfThePromiseIsProved() throws IOException, InterruptedException {
    Proof proof = counting("Fair", "Comes", "Steps", List.of("DownCan", "IdleCan"));
    for (Group group : proof.groups()) {
      assertThat(proof.prover().prove(group)).allMatch(ObligationResult::isProved);
    }
    assertThat(proof.groups())
        .filteredOn(g -> g.goals().stream().anyMatch(RankedPropertyTest::ranks))
        .extracting(Group::name)
        .containsExactly("Invariant", "Down", "Idle");
  }

  private static boolean ranks(Goal goal) {
    return goal.kind() == Goal.Kind.SOME_DAY && goal.name().equals("Comes");
  }

  @ParameterizedTest
  @CsvSource({
    "Fair, ComesLater, Steps, another good thing",
    "Fair, BeginsElsewhere, Steps, another start",
    "Fair, Comes, OtherRank, two rankings",
    "Fair, Comes, OtherGood, two rankings",
    "Unfair, Comes, Steps, a side that is not fair",
    "HalfFair, Comes, Steps, a side that is not fair",
    "Fair, DownCan, Steps, not ~>"
  })
  void whatDoesNotFitTogetherIsRefused(
      String specification, String property, String steps, String fault) {
    assertThatThrownBy(
            () -> counting(specification, property, steps, List.of("DownCan", "IdleCan")))
        .isInstanceOf(OutsideFragment.class)
        .hasMessageContaining("a ranking with " + fault);
  }

  @Test
  void aSideThatNobodySaysIsAbleIsRefused() {
    for (List<String> promises : List.of(List.of("IdleCan"), List.of("MayStutter", "IdleCan"))) {
      assertThatThrownBy(() -> counting("Fair", "Comes", "Steps", promises))
          .isInstanceOf(OutsideFragment.class)
          .hasMessageContaining("a side that may be stuck");
    }
  }
}
