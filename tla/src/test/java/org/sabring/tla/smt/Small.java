package org.sabring.tla.smt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sabring.tla.smt.translate.Environment;
import org.sabring.tla.smt.translate.Smt;
import org.sabring.tla.smt.translate.Sort;
import org.sabring.tla.smt.translate.Specification;
import org.sabring.tla.smt.translate.Term;
import org.sabring.tla.smt.translate.Term.Symbol;
import org.sabring.tla.smt.translate.Term.Symbol.Role;
import org.sabring.tla.smt.translate.Translator;
import org.sabring.tla.smt.translate.Value;
import org.sabring.tla.smt.translate.Value.Scalar;
import org.sabring.tla.smt.translate.Variables;

/** Small modules with known verdicts. */
final class Small {

  private static final String OTHER =
      """
      ---- MODULE Other ----
      EXTENDS Integers
      VARIABLE y
      Step == y' = y + 1
      ====
      """;

  private static final String MODULE =
      """
      ---- MODULE Small ----
      EXTENDS Integers, Sequences
      CONSTANT N
      ASSUME N \\in Nat /\\ N >= 1
      VARIABLES x, y, f, s, b, q, w
      vars == <<x, <<y, f>>, s, b, q, w>>
      Init == x = 0 /\\ y \\in 0..9 /\\ f = [i \\in 0..N - 1 |-> 0] /\\ s = "a" /\\ b = FALSE
              /\\ q = <<>> /\\ w = <<0, FALSE, <<>>>>
      Plus(left, right) == left + right
      Grows(z) == z' = z + 1
      Doubled == INSTANCE Other WITH y <- 2 * x
      Cells == 0..N - 1
      Formula == %s
      ====
      """;

  private Small() {}

  static Specification read(Path folder, String formula) {
    try {
      Files.writeString(folder.resolve("Other.tla"), OTHER);
      Files.writeString(folder.resolve("Small.tla"), MODULE.formatted(formula));
      return Specification.read(folder, "Small");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What both solvers say of a formula, for every state and step. */
  static ObligationResult verdict(Path folder, String formula) throws InterruptedException {
    Specification specification = read(folder, formula);
    Translator translator = translator(specification);
    List<Hypothesis> hypotheses = new ArrayList<>();
    Term assumption = translator.formula(specification.assumptions().get(0), Environment.TOP);
    hypotheses.add(new Hypothesis(Hypothesis.Kind.ASSUMPTION, "assumption", assumption));
    Term lengths = translator.variables().lengths();
    hypotheses.add(new Hypothesis(Hypothesis.Kind.ASSUMPTION, "lengths", lengths));
    Term term = translator.formula(specification.body("Formula"), Environment.TOP);
    Term defined = Smt.and(List.copyOf(translator.conditions()));
    Goal goal = new Goal(Goal.Kind.STATE, formula, defined, term);
    Group group = new Group("Small", Hypothesis.Kind.ACTION, hypotheses, List.of(goal));
    return new Prover(folder.resolve("asked")).prove(group).get(0);
  }

  static Translator translator(Specification specification) {
    Variables variables = new Variables();
    Map<String, Value> constants =
        Map.of("N", new Scalar(new Symbol("N", Sort.INTEGER, Role.CONSTANT)));
    Translator translator = new Translator(specification, constants, variables);
    variables.learn(specification.body("Init"), Environment.TOP, translator);
    return translator;
  }
}
