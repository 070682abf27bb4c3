package org.sabring.tla.smt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.tla.LawModules;
import org.sabring.tla.smt.Solver.Answer;
import org.sabring.tla.smt.translate.OutsideFragment;
import org.sabring.tla.smt.translate.Smt;
import org.sabring.tla.smt.translate.Specification;

/** What becomes of an argument that is wrong: the controls of the engine itself. */
@Tag("any-jdk")
class ProofJudgeTest {

  private static final String MODULE =
      """
      ---- MODULE Wrong ----
      EXTENDS CursorRingInvariant
      TooWeak == TypeOK
      Impossible == TypeOK /\\ pStep = "PNotify" /\\ pStep = "PDone"
      LeavesOpen == pStep' = "PDone" /\\ UNCHANGED <<memory, consumer, ghosts>>
      OpenSpec == Init /\\ [][Next \\/ LeavesOpen]_vars
      ====
      """;

  @TempDir Path folder;

  private Proof wrong(String invariant, String specification) throws IOException {
    return wrong(invariant, specification, "CursorRingInvariant", Map.of());
  }

  private Proof wrong(
      String invariant, String specification, String base, Map<String, String> replace)
      throws IOException {
    return wrong(invariant, specification, base, replace, List.of());
  }

  private Proof wrong(
      String invariant,
      String specification,
      String base,
      Map<String, String> replace,
      List<String> impossible)
      throws IOException {
    LawModules.copyTo(folder, "CursorRingInvariant");
    Files.writeString(
        folder.resolve("Wrong.tla"),
        MODULE.replace("EXTENDS CursorRingInvariant", "EXTENDS CursorRingInvariant, " + base));
    Claim claim =
        new Claim(
            "wrong",
            "Wrong",
            specification,
            Map.of("Modulus", 4294967296L, "Profile", "seed", "Patience", List.of("wait")),
            List.of("Capacity", "Items"),
            List.of(Map.of("Capacity", 2), Map.of("Capacity", 3), Map.of("Capacity", 4)),
            replace,
            invariant,
            List.of("Bounded"),
            List.of(),
            List.of(),
            List.of(),
            impossible,
            List.of(),
            null,
            Bounds.QUICK);
    return Proof.of(Specification.read(folder, "Wrong"), claim, folder.resolve("asked"));
  }

  private static Check judged(Proof proof, String group) throws InterruptedException {
    Group asked = Objects.requireNonNull(proof.group(group));
    return new ProofJudge(proof).group(group, asked, proof.prover().prove(asked));
  }

  @Test
  void anInvariantThatIsNotInductiveFailsWithAStepThatBreaksIt()
      throws IOException, InterruptedException {
    Check check = judged(wrong("TooWeak", "Spec"), "PPublish");
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).contains("PPublish, ").contains("TypeOK");
    assertThat(Objects.requireNonNull(check.counterexample()).draw())
        .anyMatch(line -> line.contains("PPublish: WRITE := "));
  }

  @Test
  void aPromiseThatDoesNotFollowFails() throws IOException, InterruptedException {
    Proof proof = wrong("TooWeak", "Spec");
    Group asked = Objects.requireNonNull(proof.group("Invariant"));
    Check check = new ProofJudge(proof).promise("p", "Bounded", proof.prover().prove(asked));
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.counterexample()).isNotNull();
  }

  /** Rings of up to eight slots are right, and the solvers do not come to those one by one. */
  @Test
  void aLawThatIsWrongInLargeRingsOnlyFailsWithARingOfNineSlots()
      throws IOException, InterruptedException {
    LawModules.copyTo(folder, "ThreeBitCursor");
    Proof proof = wrong("Invariant", "Spec", "ThreeBitCursor", Map.of("Next1", "MutantNext1"));
    Check check = judged(proof, "CPublish");
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).contains("CPublish, CursorsTellStored");
    assertThat(Objects.requireNonNull(check.counterexample()).draw())
        .anyMatch(line -> line.contains("CPublish: READ := 0"));
    for (int capacity : List.of(2, 8)) {
      Proof small = proof.at(capacity);
      assertThat(judged(small, "CPublish").status()).isEqualTo(Status.PASS);
    }
  }

  @Test
  void hypothesesThatNothingSatisfiesProveNothing() throws IOException, InterruptedException {
    Check check = judged(wrong("Impossible", "Spec"), "PPublish");
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).startsWith("nothing satisfies the hypotheses");
  }

  @Test
  void anActionThatIsNamedAsImpossibleMustBe() throws IOException, InterruptedException {
    List<String> named = List.of("PPublish");
    Proof possible = wrong("Invariant", "Spec", "CursorRingInvariant", Map.of(), named);
    Check check = judged(possible, "PPublish");
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).contains("a state can take it");
    Proof never = wrong("Impossible", "Spec", "CursorRingInvariant", Map.of(), named);
    assertThat(judged(never, "PPublish").detail()).contains("is taken in no state");
  }

  @Test
  void anActionThatLeavesAVariableOpenIsNamed() {
    assertThatThrownBy(() -> wrong("TooWeak", "OpenSpec"))
        .isInstanceOf(OutsideFragment.class)
        .hasMessageContaining("does not say what becomes of pElement, pRead, pWrite")
        .hasMessageContaining("Wrong.tla:");
  }

  @Test
  void whoeverDisagreesFailsAndWhoeverDoesNotKnowIsUnknown()
      throws IOException, InterruptedException {
    Proof proof = wrong("Invariant", "Spec");
    assertThat(status(proof, Answer.UNSAT, Answer.UNSAT)).isEqualTo(Status.PASS);
    assertThat(status(proof, Answer.UNSAT, Answer.SAT)).isEqualTo(Status.FAIL);
    assertThat(status(proof, Answer.SAT, Answer.UNSAT)).isEqualTo(Status.FAIL);
    assertThat(status(proof, Answer.SAT, Answer.SAT)).isEqualTo(Status.FAIL);
    assertThat(status(proof, Answer.UNSAT, Answer.UNKNOWN)).isEqualTo(Status.UNKNOWN);
    assertThat(status(proof, Answer.UNKNOWN, Answer.UNSAT)).isEqualTo(Status.UNKNOWN);
    assertThat(new ProofJudge(proof).promise("p", "Bounded", List.of()).status())
        .isEqualTo(Status.UNKNOWN);
  }

  private static Status status(Proof proof, Answer interpol, Answer z3)
      throws InterruptedException {
    Goal goal = new Goal(Goal.Kind.STATE, "Bounded", Smt.TRUE, Smt.TRUE);
    ObligationResult verdict = new ObligationResult("Invariant", goal, interpol, z3, 0, 0);
    return new ProofJudge(proof).promise("p", "Bounded", List.of(verdict)).status();
  }
}
