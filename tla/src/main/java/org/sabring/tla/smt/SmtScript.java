package org.sabring.tla.smt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sabring.tla.smt.translate.Smt;
import org.sabring.tla.smt.translate.Term;
import org.sabring.tla.smt.translate.Term.Application;
import org.sabring.tla.smt.translate.Term.Symbol;
import org.sabring.tla.smt.translate.Term.Text;
import org.sabring.tla.smt.translate.Terms;

/**
 * A group of obligations as SMT-LIB 2: the hypotheses once, then each goal, negated. If nothing
 * satisfies the hypotheses and the negated goal, the goal follows.
 *
 * @param preamble declarations and the hypotheses that are given
 * @param subject the hypotheses that the group is about
 * @param goals the question for each goal, in order; those that the hypotheses are defined come
 *     first, and are asked before the subject is
 * @param words the strings, each at the integer that it is to a solver
 */
record SmtScript(String preamble, String subject, List<Question> goals, List<String> words) {

  /**
   * A goal, negated.
   *
   * @param early whether it must follow from the preamble alone
   */
  record Question(boolean early, String text) {}

  /** How long a solver may take for one obligation. */
  static final int MILLISECONDS = 30_000;

  private static final String UNSPECIFIED = "outside.";

  /** Goals are long, and the same for each action: each is written once. */
  private static final Map<Goal, Written> WRITTEN =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * What a goal is written as.
   *
   * @param negated the question whether it can fail
   * @param vocabulary what it speaks of
   */
  private record Written(String negated, Vocabulary vocabulary) {
    static Written of(Goal goal) {
      Vocabulary vocabulary = new Vocabulary();
      vocabulary.add(goal.term());
      return new Written(asserted(Smt.not(goal.term()), Map.of()), vocabulary);
    }
  }

  /**
   * What terms speak of.
   *
   * @param functions of the values that TLA+ leaves unspecified, each with its type
   */
  private record Vocabulary(Set<Symbol> symbols, Set<String> words, Map<String, String> functions) {
    Vocabulary() {
      this(new LinkedHashSet<>(), new TreeSet<>(), new TreeMap<>());
    }

    void add(Term term) {
      Terms.walk(term, this::addOne);
    }

    private void addOne(Term part) {
      if (part instanceof Symbol symbol) {
        symbols.add(symbol);
      } else if (part instanceof Text literal) {
        words.add(literal.value());
      } else if (part instanceof Application application
          && application.operator().startsWith(UNSPECIFIED)) {
        String arguments =
            application.arguments().stream()
                .map(argument -> argument.sort().smt())
                .collect(Collectors.joining(" "));
        functions.put(
            "|" + application.operator() + "|",
            "(%s) %s".formatted(arguments, application.sort().smt()));
      }
    }

    void addAll(Vocabulary other) {
      symbols.addAll(other.symbols);
      words.addAll(other.words);
      functions.putAll(other.functions);
    }
  }

  static SmtScript of(Group group) {
    StringBuilder text = new StringBuilder();
    text.append("(set-option :print-success false)\n");
    text.append("(set-option :timeout ").append(MILLISECONDS).append(")\n");
    text.append("(set-logic ALL)\n\n");
    Vocabulary all = new Vocabulary();
    group.hypotheses().forEach(hypothesis -> all.add(hypothesis.term()));
    List<Question> goals = new ArrayList<>();
    for (Goal goal : group.goals()) {
      Written written = WRITTEN.computeIfAbsent(goal, Written::of);
      all.addAll(written.vocabulary());
      goals.add(new Question(goal.kind() == Goal.Kind.DEFINED, written.negated()));
    }
    Map<Symbol, Term> definitions = definitions(group);
    List<String> words = List.copyOf(all.words());
    for (String word : words) {
      text.append("(define-fun %s () Int %d)\n".formatted(new Text(word), words.indexOf(word)));
    }
    all.symbols().removeAll(definitions.keySet());
    for (Symbol symbol : all.symbols()) {
      text.append("(declare-fun %s () %s)\n".formatted(symbol, symbol.sort().smt()));
    }
    all.functions()
        .forEach((name, type) -> text.append("(declare-fun " + name + " " + type + ")\n"));
    definitions.forEach(
        (symbol, term) ->
            text.append("(define-fun %s () %s %s)\n".formatted(symbol, symbol.sort().smt(), term)));
    text.append(asserted(group.given(), definitions));
    String subject = asserted(group.subject(), definitions);
    return new SmtScript(text.toString(), subject, goals, words);
  }

  /**
   * What an action says of next values once and for all, {@code x' = e}: written as a definition,
   * which spares the solvers an equation. Not if it is asked whether the action is defined: there
   * it must not be taken to hold, and a next value may be any that it could give on another way.
   */
  private static Map<Symbol, Term> definitions(Group group) {
    Set<Symbol> open = new LinkedHashSet<>();
    group.goals().stream()
        .filter(goal -> goal.kind() == Goal.Kind.DEFINED)
        .forEach(goal -> open.addAll(Terms.free(goal.term())));
    Map<Symbol, Term> definitions = new LinkedHashMap<>();
    for (Hypothesis hypothesis : group.subject()) {
      for (Term part : Terms.conjuncts(hypothesis.term())) {
        Symbol next = defined(part);
        if (next != null && !open.contains(next)) {
          definitions.putIfAbsent(next, ((Application) part).arguments().get(1));
        }
      }
    }
    return definitions;
  }

  private static @Nullable Symbol defined(Term term) {
    return term instanceof Application equation
            && equation.operator().equals("=")
            && equation.arguments().get(0) instanceof Symbol next
            && isNext(next)
            && Terms.free(equation.arguments().get(1)).stream().noneMatch(SmtScript::isNext)
        ? next
        : null;
  }

  private static boolean isNext(Symbol symbol) {
    return symbol.role() == Symbol.Role.NEXT;
  }

  private static String asserted(List<Hypothesis> hypotheses, Map<Symbol, Term> definitions) {
    StringBuilder text = new StringBuilder();
    for (Hypothesis hypothesis : hypotheses) {
      text.append("\n; ").append(hypothesis.name()).append('\n');
      text.append(asserted(hypothesis.term(), definitions));
    }
    return text.toString();
  }

  private static String asserted(Term term, Map<Symbol, Term> definitions) {
    StringBuilder text = new StringBuilder();
    for (Term part : Terms.conjuncts(term)) {
      Symbol next = defined(part);
      boolean known =
          next != null && ((Application) part).arguments().get(1).equals(definitions.get(next));
      text.append(known ? "; defined above: " + part + "\n" : "(assert " + part + ")\n");
    }
    return text.toString();
  }

  /** What must have been asserted before a goal is asked for. */
  String before(int goal) {
    return goals.get(goal).early() ? preamble : preamble + subject;
  }

  /** The question whether the goal can fail, and afterwards nothing of it left. */
  String question(int goal) {
    return "(push 1)\n" + goals.get(goal).text() + "(check-sat)\n";
  }

  /** The whole text, for people and for any solver. */
  String text(Group group) {
    StringBuilder text = new StringBuilder(preamble);
    boolean early = true;
    for (int i = 0; i < goals.size(); i++) {
      if (early && !goals.get(i).early()) {
        early = false;
        text.append(subject);
      }
      text.append("\n; does not follow: ").append(group.goals().get(i).name()).append('\n');
      text.append(question(i)).append("(pop 1)\n");
    }
    return text.toString();
  }
}
