package org.sabring.tla.smt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.tla.smt.translate.Environment;
import org.sabring.tla.smt.translate.OutsideFragment;
import org.sabring.tla.smt.translate.Specification;

/** What the translation means, on small formulas whose verdict TLA+ leaves no doubt of. */
@Tag("any-jdk")
class TranslatorTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(-1) % 4 = 3 /\\ (-5) \\div 2 = -3 /\\ 7 % 4 = 3",
        "(x - y) % 4 \\in 0..3",
        "x = 2 * y => x % 2 = 0",
        "x \\in Cells => (x + 1) % N \\in Cells",
        "x \\in Cells => (x + 1) % N = IF x + 1 = N THEN 0 ELSE x + 1",
        "[f EXCEPT ![0] = 7][0] = 7",
        "[f EXCEPT ![0] = @ + 1][0] = f[0] + 1",
        "[f EXCEPT ![0] = 1, ![0] = @ + 1][0] = 2",
        "[f EXCEPT ![N] = 7] = f",
        "\\A i \\in Cells : i # 0 => [f EXCEPT ![0] = 7][i] = f[i]",
        "(\\A i \\in Cells : f[i] = 0) => f = [i \\in 0..N - 1 |-> 0]",
        "f = [i \\in 0..N - 1 |-> i] => f[N - 1] = N - 1",
        "f \\in [Cells -> Nat] => f[0] >= 0",
        "[i \\in 0..5 |-> 2 * i][4] = 8",
        "(CASE x > 0 -> 1 [] OTHER -> 2) \\in {1, 2}",
        "(CASE x > 0 -> 1 [] x < 0 -> -1 [] x = 0 -> 0) * 1 <= 1",
        "Grows(x) <=> x' = x + 1",
        "Plus(x, y)' = x' + y'",
        "LET d == x + 1 IN d' = x' + 1",
        "LET d(z) == z + y IN d(d(x)) = x + 2 * y",
        "Doubled!Step <=> 2 * x' = 2 * x + 1",
        "UNCHANGED vars => x' = x /\\ f' = f /\\ s' = s",
        "[x' = x + 1]_<<x, y>> <=> (x' = x + 1 \\/ (x' = x /\\ y' = y))",
        "10 \\in {i + 10 : i \\in Cells} /\\ 9 \\notin {i + 10 : i \\in Cells}",
        "x \\in {2 * i : i \\in Cells} => x \\in Nat",
        "{IF i = 1 THEN \"a\" ELSE \"b\" : i \\in {1, 2}} = {\"b\", \"a\"}",
        "s = \"a\" => s # \"b\"",
        "[p |-> \"a\", q |-> 2].q = 2",
        "\\E i \\in Cells : i = 0",
        "\\E i \\in 3..5, j \\in 3..5 : i + j = 10",
        "\\A i, j \\in Cells : i <= j \\/ j <= i",
        "x \\in Nat \\ {0} <=> x >= 1",
        "x \\in -1..1 \\union {5} => x <= 5",
        "b \\in BOOLEAN",
        "{1} \\subseteq 0..1 /\\ {} = {} /\\ {1} # {2}",
        "(b => x = 1) /\\ (~b => x = 1) => x = 1",
        "Len(Append(q, x)) = Len(q) + 1 /\\ Append(q, x)[Len(q) + 1] = x",
        "\\A i \\in DOMAIN q : Append(q, x)[i] = q[i]",
        "Tail(<<x, y, 3>>) = <<y, 3>> /\\ Head(<<x, y>>) = x /\\ Len(<<x>>) = 1",
        "q # <<>> => Append(Tail(q), x) = Tail(Append(q, x))",
        "q # <<>> => Len(Tail(q)) < Len(q) /\\ Head(q) = q[1]",
        "Len(q) = 2 => q = <<q[1], q[2]>> /\\ <<q[1]>> # q",
        "SubSeq(Append(q, x), 1, Len(q)) = q /\\ SubSeq(q, 7, 3) = <<>>",
        "q # <<>> => SubSeq(q, 2, Len(q)) = Tail(q)",
        "q \\in Seq(0..9) /\\ q # <<>> => Head(q) < 10 /\\ Tail(q) \\in Seq(Nat)",
        "(IF b THEN q ELSE <<x>>) = (IF ~b THEN Append(<<>>, x) ELSE q)",
        "UNCHANGED q => Len(q') = Len(q)",
        "w \\in Nat \\X BOOLEAN \\X Seq(Nat) => w[1] >= 0 /\\ Len(w[3]) >= 0",
        "w' = w <=> w'[1] = w[1] /\\ (w'[2] <=> w[2]) /\\ w'[3] = w[3]",
        "<<x, y>> \\notin Nat \\X Nat \\X Nat",
      })
  void provesWhatHolds(String formula) throws InterruptedException {
    ObligationResult verdict = Small.verdict(folder, formula);
    assertThat(verdict.isProved()).as(verdict.says()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x % 4 = x",
        "f[N] = 0",
        "f[N] = f[N]",
        "f[-1] = f[N]",
        "[f EXCEPT ![0] = 7] = f",
        "f \\in [Cells -> Nat]",
        "(CASE x > 0 -> 1 [] x < 0 -> 2) \\in {1, 2}",
        "(CASE x >= 0 -> 1 [] x <= 0 -> 1) = 1",
        "(x + 1) % N = IF x + 1 = N THEN 0 ELSE x + 1",
        "Grows(x)",
        "(x = 1)' => x = 1",
        "Doubled!Step <=> x' = x + 1",
        "UNCHANGED x => UNCHANGED vars",
        "x \\in {i + 10 : i \\in Cells}",
        "\\E i \\in Cells : i = 1",
        "s \\in {\"a\", \"b\"}",
        "x = 1 \\/ x = 0",
        "b",
        "Head(q) = q[1]",
        "Len(Tail(q)) = Len(q) - 1",
        "q[1] = q[1]",
        "Len(q) > 0",
        "Append(q, 1) = Append(q, x)",
        "Len(q) = 1 => q = <<x>>",
        "SubSeq(q, 1, 1) = <<>>",
        "q # <<>> => Append(Tail(q), q[1]) = q",
        "q \\in Seq(Nat)",
        "w' = w <=> w'[1] = w[1]",
      })
  void doesNotProveWhatMayFail(String formula) throws InterruptedException {
    ObligationResult verdict = Small.verdict(folder, formula);
    assertThat(verdict.isProved()).as(verdict.says()).isFalse();
    assertThat(verdict.isDisputed()).as(verdict.says()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "::",
      value = {
        "x * y = 0                       :: a product of two variables",
        "x % y = 0                       :: % by what is not a number or a constant",
        "x \\div N = 0                   :: \\div by what is not a positive number",
        "x % 0 = 0                       :: % by what is not a positive number",
        "x ^ 2 = 0                       :: ^",
        "(CHOOSE i \\in Cells : TRUE) = 0 :: $BoundedChoose",
        "\\A i : i = i                   :: $UnboundedForall",
        "{1} \\in SUBSET {1}             :: SUBSET",
        "DOMAIN f = Cells                :: comparing a set whose elements are not listed",
        "Len(f) = 1                      :: what is not known to be a sequence",
        "q \\o q = q                     :: \\o",
        "Append(q, b) = q                :: an element that is not INTEGER",
        "w[x] = 1                        :: a place of a tuple that is not known to have it",
        "q = f                           :: comparing values of different kinds",
        "Tail(<<>>) = <<>>               :: the tail of what is not known to have one",
        "SubSeq(<<1>>, 1, 1) = <<1>>     :: a part of what is not known to be a sequence",
        "x \\in Nat \\X Nat              :: a product of sets, and what is no tuple",
        "x = s                           :: comparing INTEGER with TEXT",
        "f = x                           :: comparing values of different kinds",
        "s + 1 = 2                       :: TEXT where INTEGER is expected",
        "f = [i \\in 0..N |-> 0]       :: comparing functions whose domains look different",
        "[f EXCEPT ![0] = \"a\"] = f     :: EXCEPT with a value of another sort",
        "x \\in {i \\in Cells : i > 1}   :: $SubsetOf",
        "Cells \\subseteq Nat            :: comparing a set whose elements are not listed",
        "(IF b THEN 1 ELSE s) = 1        :: a choice between values of different kinds",
        "[p |-> 1].q = 1               :: field .q of what is not known to have it",
        "ENABLED (x' = 1)                :: ENABLED",
      })
  void namesWhatLiesOutsideTheFragment(String formula, String construct) {
    Specification specification = Small.read(folder, formula);
    assertThatThrownBy(
            () ->
                Small.translator(specification)
                    .formula(specification.body("Formula"), Environment.TOP))
        .isInstanceOf(OutsideFragment.class)
        .hasMessageContaining(construct)
        .hasMessageMatching(".* is outside the fragment: \\w+\\.tla:\\d+:\\d+");
  }
}
