package org.sabring.tla.smt.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sabring.tla.smt.SmtVerdicts;

/**
 * False claims that the translation proved once: each is refuted, refused or unspecified now, and
 * proved again by the translation with its old mistake.
 */
@Tag("any-jdk")
class HolesTest {

  private static final String MODULE =
      """
      ---- MODULE Hole ----
      EXTENDS Integers
      CONSTANT N
      ASSUME N \\in 1..3
      VARIABLES x, y, f
      vars == <<x, y, f>>
      Cells == 0..N - 1
      Small(z) == z \\in 0..5
      Put(u, z) == u' = z
      Keep == UNCHANGED <<y, f>>
      Set(z) == x' = z /\\ Keep
      AllIn(S) == \\A i \\in 0..N + 20 : i \\in S
      Doubled == {{2 * i : i \\in 0..N + 20}}
      Init == x = 0 /\\ y = 0 /\\ f = [i \\in %s |-> 0]
      Next == %s
      Spec == Init /\\ [][Next]_%s
      C1 == TRUE
      Invariant == %s
      P1 == %s
      Q1 == [][TRUE]_x
      ====
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiterString = "::",
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "the last of two disjuncts of one operator is the only one"
            + ":: Cells :: Set(7) \\/ Set(0) :: vars :: Small(x) :: TRUE :: Next C1 :: REFUTED",
        "a subscript may leave variables out :: Cells :: Set(0) :: <<x, f>> :: Small(y)"
            + " :: TRUE :: Next C1 :: a subscript without y, expected every variable",
        "bound symbols have the same names :: Cells :: Set(0) :: vars :: Small(x)"
            + " :: \\A S \\in Doubled : AllIn(S) :: Invariant P1 :: REFUTED",
        "bound symbols have the same names :: Cells :: Set(0) :: vars :: Small(x)"
            + " :: [k \\in Cells |-> IF \\E i \\in Cells : i = k + 1 THEN 1 ELSE 0] ="
            + " [k \\in Cells |-> 0] :: Invariant P1 :: REFUTED",
        "the last of two conjuncts of one operator is the only one"
            + ":: Cells :: Set(7) :: vars :: Small(x) /\\ Small(y) :: TRUE :: Next C1 :: REFUTED",
        "a domain may change with a variable :: 0..y"
            + " :: y' = y + 1 /\\ UNCHANGED x /\\ f' = [i \\in 0..y |-> 0] :: vars :: y >= 0"
            + " :: f[y] = f[y] :: Invariant P1 :: with the domain 0..y, expected constant bounds",
        "next values are asked for that no action has given :: Cells"
            + " :: x' = y' /\\ y' = x' /\\ UNCHANGED f :: vars :: x = y :: TRUE :: Next C1"
            + " :: the next value of y before the action gives it one",
        "next values are known where it is asked whether the action is defined :: Cells"
            + " :: \\E i \\in {0, 1} : x' = i /\\ y' = f[x' - 1] /\\ i = 1 /\\ UNCHANGED f"
            + " :: vars :: Small(x) :: TRUE :: Next C1 :: UNSPECIFIED",
      })
  void isClosed(
      String mistake,
      String domain,
      String next,
      String subscript,
      String invariant,
      String promise,
      String claim,
      String now)
      throws IOException {
    Files.writeString(
        folder.resolve("Hole.tla"), MODULE.formatted(domain, next, subscript, invariant, promise));
    Map<String, String> verdicts = decided(new SmtVerdicts());
    if (List.of("REFUTED", "UNSPECIFIED").contains(now)) {
      assertThat(verdicts).containsEntry(claim, now);
    } else {
      assertThat(verdicts).containsOnlyKeys("REFUSED");
      assertThat(verdicts.get("REFUSED")).contains(now).containsPattern("Hole.tla:\\d+:\\d+$");
    }
    var edit = WrongTranslations.named(mistake).edit();
    assertThat(decided(EditedTranslation.of(List.of(edit)))).containsEntry(claim, "PROVED");
  }

  private Map<String, String> decided(Function<List<String>, Map<String, String>> translation) {
    return translation.apply(List.of(folder.toString(), "Hole", "", "P1", "Q1", "Z3"));
  }
}
