package org.sabring.tla.smt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sabring.tla.smt.translate.Environment;
import org.sabring.tla.smt.translate.OutsideFragment;
import org.sabring.tla.smt.translate.Smt;
import org.sabring.tla.smt.translate.Specification;
import org.sabring.tla.smt.translate.Term;
import org.sabring.tla.smt.translate.Translator;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.OpApplNode;

/** In which states actions can be taken: both solvers compare it with a formula about the state. */
@Tag("any-jdk")
class EnabledTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x = 1 /\\ x' = 2                                    | x = 1
          x' = 2 /\\ x' = 3                                   | FALSE
          x' = y /\\ x' = 3                                   | y = 3
          x' = y /\\ y' = x' /\\ y' > 3                        | y > 3
          x' = y + 1 /\\ y' = x' /\\ y' <= 3                   | y <= 2
          x' \\in {1, y} /\\ x' > 3                            | y > 3
          b' = TRUE /\\ (b' <=> x = 1)                        | x = 1
          b' = FALSE /\\ (b' <=> x = 1)                       | x # 1
          IF x = 1 THEN y' = 1 ELSE FALSE                    | x = 1
          IF x = 1 THEN y' = 1 /\\ b ELSE y' = 2 /\\ ~b        | b <=> x = 1
          (x = 1 /\\ y' = 1) \\/ (x = 2 /\\ y' = y /\\ y' = 7)   | x = 1 \\/ (x = 2 /\\ y = 7)
          f' = [f EXCEPT ![0] = x] /\\ f'[0] = 4              | x = 4
          x' = 2 /\\ UNCHANGED <<y, f>> /\\ s = "a"            | s = "a"
          <<x' = y>>_x                                        | x # y
          <<x' = x /\\ y' = x>>_<<x, y>>                       | x # y
          <<x' = x /\\ y' = x>>_x                              | FALSE
          <<f' = [f EXCEPT ![0] = x]>>_f               | f[0] # x
          <<FALSE /\\ x' = y>>_x                        | FALSE
          <<(FALSE /\\ x' = y) \\/ x' = 3>>_x            | x # 3
          """)
  void anActionCanBeTakenExactlyWhere(String action, String where) throws InterruptedException {
    assertThat(enabled(action, where).isProved()).as(action).isTrue();
    assertThat(enabled(action, "~(" + where + ")").isRefuted()).as("not " + action).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x' \\in 1..N        | ENABLED where a next value is left to choose
          x' > 3              | the next value of x before the action gives it one
          x' = y' /\\ y' > 0   | the next value of y before the action gives it one
          """)
  void whereSomethingIsLeftToChooseItIsRefused(String action, String why) {
    assertThatThrownBy(() -> enabled(action, "TRUE"))
        .isInstanceOf(OutsideFragment.class)
        .hasMessageContaining(why);
  }

  private ObligationResult enabled(String action, String where) throws InterruptedException {
    Specification specification =
        Small.read(folder, "(%s) <=> ENABLED (%s)".formatted(where, action));
    Translator translator = Small.translator(specification);
    ExprNode[] sides = sides(specification);
    Term left = translator.formula(sides[0], Environment.TOP);
    Term right = Enabled.of(((OpApplNode) sides[1]).getArgs()[0], specification, translator);
    Term same =
        Smt.and(Smt.not(Smt.and(left, Smt.not(right))), Smt.not(Smt.and(right, Smt.not(left))));
    Term assumption = translator.formula(specification.assumptions().get(0), Environment.TOP);
    Goal goal = new Goal(Goal.Kind.STATE, "same", Smt.TRUE, same);
    List<Hypothesis> given =
        List.of(new Hypothesis(Hypothesis.Kind.ASSUMPTION, "assumption", assumption));
    Group group = new Group("Small", Hypothesis.Kind.INVARIANT, given, List.of(goal));
    return new Prover(folder.resolve("asked")).prove(group).get(0);
  }

  private static ExprNode[] sides(Specification specification) {
    OpApplNode formula = (OpApplNode) specification.body("Formula");
    ExprNode left = (ExprNode) formula.getArgs()[0];
    return new ExprNode[] {left, (ExprNode) Objects.requireNonNull(formula.getArgs()[1])};
  }
}
