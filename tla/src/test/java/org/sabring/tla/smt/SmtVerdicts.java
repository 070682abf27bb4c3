package org.sabring.tla.smt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sabring.spec.check.Bounds;
import org.sabring.tla.smt.Goal.Kind;
import org.sabring.tla.smt.Solver.Answer;
import org.sabring.tla.smt.translate.OutsideFragment;
import org.sabring.tla.smt.translate.Smt;
import org.sabring.tla.smt.translate.Specification;

/**
 * The translation's decision of the claims of a module, by its solvers. It can be made in a class
 * loader of its own, where the translation is another one.
 */
public final class SmtVerdicts implements Function<List<String>, Map<String, String>> {

  /** Some random formulas are too hard, and there are many others. */
  private static final String PATIENCE = ":timeout 1000";

  /** From what is worst for a claim to what is best. */
  private enum Verdict {
    DISPUTED,
    UNSPECIFIED,
    REFUTED,
    UNKNOWN,
    PROVED
  }

  /**
   * Decides the claims of a module, by their keys: {@code Init C1} for the first conjunct and the
   * first state, {@code Next C1} for it and every step, {@code Invariant P1} for a promise, {@code
   * Next Q1} for a property.
   *
   * @param request the folder of the module, its name, the value of N or nothing, the promises and
   *     the properties, each separated by commas, and {@code both} if both solvers are to be asked
   * @return of each claim {@code PROVED}, {@code REFUTED}, {@code UNSPECIFIED} if a value may
   *     matter that TLA+ leaves unspecified, {@code UNKNOWN}, or {@code DISPUTED}; or {@code
   *     REFUSED} alone, with the reason
   */
  @Override
  public Map<String, String> apply(List<String> request) {
    Path folder = Path.of(request.get(0));
    boolean symbolic = request.get(2).isEmpty();
    Claim claim =
        new Claim(
            "random",
            request.get(1),
            "Spec",
            symbolic ? Map.of() : Map.of("N", Integer.parseInt(request.get(2))),
            symbolic ? List.of("N") : List.of(),
            List.of(),
            Map.of(),
            "Invariant",
            List.of(request.get(3).split(",", -1)),
            List.of(request.get(4).split(",", -1)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            Bounds.QUICK);
    try {
      Specification specification = Specification.read(folder, request.get(1));
      return decided(new Argument(specification, claim).groups(), request.get(5).equals("both"));
    } catch (OutsideFragment e) {
      return Map.of("REFUSED", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> decided(List<Group> groups, boolean both) {
    Map<String, Verdict> worst = new LinkedHashMap<>();
    for (Group group : groups) {
      decide(group, both, worst);
    }
    // Of states of which the invariant says nothing, nothing is claimed.
    Verdict invariant = Objects.requireNonNull(worst.get("Invariant defined"));
    Map<String, String> verdicts = new LinkedHashMap<>();
    worst.forEach(
        (key, verdict) -> {
          if (!key.endsWith("defined")) {
            boolean first = key.startsWith("Init");
            verdicts.put(key, (first ? verdict : worse(verdict, invariant)).name());
          }
        });
    return verdicts;
  }

  /** Each goal by two questions: whether it says something, and whether it is so. */
  private static void decide(Group group, boolean both, Map<String, Verdict> worst) {
    List<Goal> questions = new ArrayList<>();
    for (Goal goal : group.goals()) {
      questions.add(new Goal(goal.kind(), goal.name(), goal.defined(), Smt.TRUE));
      questions.add(new Goal(goal.kind(), goal.name(), Smt.TRUE, goal.claim()));
    }
    List<Verdict> verdicts = verdicts(group, questions, both);
    Verdict subject = specified(verdicts.get(0));
    String prefix = group.step() ? "Next " : group.name() + " ";
    int conjunct = 0;
    for (int i = 0; i < group.goals().size(); i++) {
      Goal goal = group.goals().get(i);
      String name = goal.kind() == Kind.CONJUNCT ? "C" + ++conjunct : goal.name();
      Verdict verdict = worse(subject, specified(verdicts.get(2 * i)));
      if (verdict == Verdict.PROVED) {
        verdict = verdicts.get(2 * i + 1);
      }
      worst.merge(prefix + name, verdict, SmtVerdicts::worse);
    }
  }

  /** What the solvers say; what is TRUE as it stands they are not asked for. */
  private static List<Verdict> verdicts(Group group, List<Goal> questions, boolean both) {
    List<Goal> open = questions.stream().filter(q -> !q.term().equals(Smt.TRUE)).toList();
    SmtScript script = SmtScript.of(group.with(open));
    List<Answer> z3 = answers(Z3::new, script);
    List<Answer> interpol = both ? answers(Interpol::new, script) : z3;
    List<Verdict> verdicts = new ArrayList<>();
    int asked = 0;
    for (Goal question : questions) {
      boolean trivial = question.term().equals(Smt.TRUE);
      verdicts.add(trivial ? Verdict.PROVED : verdict(z3.get(asked), interpol.get(asked)));
      asked += trivial ? 0 : 1;
    }
    return verdicts;
  }

  private static List<Answer> answers(Supplier<Solver> start, SmtScript script) {
    List<Answer> answers = new ArrayList<>();
    try (Solver solver = start.get()) {
      solver.run(script.preamble().replace(":timeout " + SmtScript.MILLISECONDS, PATIENCE));
      boolean early = true;
      for (int i = 0; i < script.goals().size(); i++) {
        if (early && !script.goals().get(i).early()) {
          early = false;
          solver.run(script.subject());
        }
        answers.add(solver.check(script.question(i)));
        solver.run("(pop 1)\n");
      }
    }
    return answers;
  }

  private static Verdict worse(Verdict one, Verdict other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Verdict specified(Verdict verdict) {
    return verdict == Verdict.REFUTED ? Verdict.UNSPECIFIED : verdict;
  }

  private static Verdict verdict(Answer z3, Answer interpol) {
    if (z3 == interpol) {
      return switch (z3) {
        case SAT -> Verdict.REFUTED;
        case UNSAT -> Verdict.PROVED;
        case UNKNOWN -> Verdict.UNKNOWN;
      };
    }
    boolean disputed = z3 != Answer.UNKNOWN && interpol != Answer.UNKNOWN;
    return disputed
        ? Verdict.DISPUTED
        : z3 == Answer.SAT || interpol == Answer.SAT ? Verdict.REFUTED : Verdict.UNKNOWN;
  }
}
