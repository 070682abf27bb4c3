package org.sabring.tla.smt.differential;

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
import org.sabring.tla.smt.SmtVerdicts;

/** Which specifications are taken, and what the others are told. */
@Tag("any-jdk")
class SpecificationsTest {

  private static final String MODULE =
      """
      ---- MODULE Taken ----
      EXTENDS Integers
      CONSTANT N
      ASSUME N \\in 1..3
      VARIABLES x, select, f
      vars == <<x, select, f>>
      Start == x = 0 /\\ select = 0 /\\ f = [i \\in 0..N - 1 |-> 0]
      Keep == UNCHANGED <<select, f>>
      Init == Start
      Next == x' = 1 /\\ Keep
      C1 == x \\in 0..1
      Invariant == C1
      P1 == x < 2
      Q1 == [][x' >= x]_vars
      Spec == Init /\\ [][Next]_vars
      ====
      """;

  @TempDir Path folder;

  private Map<String, String> decided(String from, String to) throws IOException {
    assertThat(MODULE).contains(from);
    Files.writeString(folder.resolve("Taken.tla"), MODULE.replace(from, to));
    return new SmtVerdicts().apply(List.of(folder.toString(), "Taken", "", "P1", "Q1", "Z3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "::",
      value = {
        "[][Next]_vars   :: [][Next]_vars /\\ [][x' >= x]_x :: 2 next-state relations, expected one",
        "[][Next]_vars   :: []C1 :: temporal formula []",
        "Next]_vars      :: Next]_<<vars, x + 1>> :: no tuple of variables, expected all of them",
        "Invariant == C1 :: Invariant == C1 /\\ x' = x :: Invariant about more than a state",
        "P1 == x < 2     :: P1 == x' < 2 :: P1 about more than a state, expected no primes",
        "/\\ select = 0  :: /\\ TRUE :: without a first value of select, expected x = ... or x \\in",
        "ASSUME N        :: ASSUME [i \\in 0..1 |-> i][N] = 0 /\\ N :: may ask for an unspecified",
        "x' = 1 /\\ Keep :: (IF x = 1 THEN x' = 1 ELSE x = 0) /\\ Keep :: some ways give x a next value and",
        "x' = 1 /\\ Keep :: x' = 1 :: does not say what becomes of f, select",
        "x' = 1 /\\ Keep :: x' = select' /\\ Keep :: the next value of select before the action",
        "x' = 1 /\\ Keep :: x' = (x = 1) /\\ Keep :: BOOLEAN for x, expected INTEGER",
        "UNCHANGED <<select, f>> :: UNCHANGED select /\\ f' = [i \\in 0..x |-> 0] :: domains look",
      })
  void areRefused(String from, String to, String message) throws IOException {
    Map<String, String> verdicts = decided(from, to);
    assertThat(verdicts).containsOnlyKeys("REFUSED");
    assertThat(verdicts.get("REFUSED"))
        .contains(message)
        .containsPattern("is outside the fragment: Taken.tla:\\d+:\\d+$");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "::",
      value = {
        "x' = 1 /\\ Keep :: x' = 1 /\\ Keep              :: Next C1 :: PROVED",
        "x' = 1 /\\ Keep :: x' = 1 /\\ x' = 2 /\\ Keep   :: Next C1 :: PROVED",
        "x' = 1 /\\ Keep :: x' = 2 /\\ Keep              :: Next C1 :: REFUTED",
        "x' = 1 /\\ Keep :: Keep /\\ x' = select' + 2    :: Next C1 :: REFUTED",
        "x' = 1 /\\ Keep :: x' = 1 /\\ Keep /\\ f' = f /\\ f' = [f EXCEPT ![0] = @] :: Next C1 :: PROVED",
        // Whatever f[9] is: to the solvers it is an integer.
        "x' = 1 /\\ Keep :: f[9] \\notin Int /\\ x' = 5 /\\ Keep :: Next C1 :: UNSPECIFIED",
        "Invariant == C1 :: Invariant == f[9] \\in Int /\\ C1    :: Invariant P1 :: UNSPECIFIED",
        "Invariant == C1 :: Invariant == C1 /\\ f[x - x] >= 0    :: Invariant P1 :: PROVED",
      })
  void areTaken(String from, String to, String claim, String verdict) throws IOException {
    assertThat(decided(from, to)).containsEntry(claim, verdict);
  }

  @Test
  void aStandardModuleCannotBeReplaced() throws IOException {
    Files.writeString(
        folder.resolve("Integers.tla"), "---- MODULE Integers ----\na + b == b\n====\n");
    assertThatThrownBy(() -> decided("", ""))
        .hasMessageContaining("has the name of a standard module, expected another name");
  }
}
