package org.sabring.tla.smt.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sabring.tla.smt.translate.Environment.Delayed;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SubstInNode;
import tla2sany.semantic.SymbolNode;

/**
 * The translation of actions, read from left to right as TLC reads them. The first {@code x' = e},
 * {@code x' \in S} or UNCHANGED of a variable on each way through an action is the assignment of
 * its next value; whatever follows it is a test. An assignment asks only for next values that have
 * been assigned (definite assignment), so after it the next value has a sort and, if it is a
 * function, a domain: those of the variable. Everything else that an action says is a formula for
 * the {@link Translator}.
 */
final class Assignments {

  /**
   * What a part of an action says.
   *
   * @param given the variables that have a next value behind it; null if it never holds
   */
  record Outcome(Term term, @Nullable Set<OpDeclNode> given) {}

  private static final Outcome NEVER = new Outcome(Smt.FALSE, null);

  private final Translator translator;
  private final Specification specification;

  Assignments(Translator translator) {
    this.translator = translator;
    this.specification = translator.specification();
  }

  /** A part of an action, where some variables have a next value already. */
  Outcome translate(SemanticNode node, Environment scope) {
    if (node instanceof LetInNode let) {
      return translate(let.getBody(), scope);
    } else if (node instanceof SubstInNode instance) {
      return translate(instance.getBody(), Definitions.substituting(instance, scope));
    }
    if (!(node instanceof OpApplNode application)) {
      return test(node, scope);
    }
    SymbolNode operator = specification.resolve(application.getOperator());
    if (scope.bindings().get(operator) instanceof Delayed delayed) {
      return translate(delayed.expression(), scope.entering(delayed.scope()));
    }
    if (!(operator instanceof OpDefNode definition)) {
      return test(node, scope);
    }
    if (!Definitions.isBuiltIn(definition)) {
      Environment inside = Definitions.calling(definition, application, scope);
      return translate(definition.getBody(), inside);
    }
    return builtIn(definition.getName().toString(), application, scope);
  }

  private Outcome builtIn(String operator, OpApplNode node, Environment scope) {
    SemanticNode[] a = node.getArgs();
    return switch (operator) {
      case "$ConjList", "\\land" -> {
        List<Function<Environment, Outcome>> parts = new ArrayList<>();
        for (SemanticNode part : a) {
          parts.add(here -> translate(part, here.entering(scope)));
        }
        yield inTurn(parts, scope);
      }
      case "$DisjList", "\\lor" -> {
        Ways ways = new Ways(node);
        List<Term> terms = new ArrayList<>();
        for (SemanticNode part : a) {
          terms.add(ways.add(translate(part, scope)));
        }
        yield ways.end(Smt.or(terms));
      }
      case "$IfThenElse" -> ifThenElse(node, scope);
      case "$Case" -> cases(node, scope);
      case "$BoundedExists" -> {
        Ways ways = new Ways(node);
        Function<Environment, Term> body = inside -> ways.add(translate(a[0], inside));
        yield ways.end(translator.logic().quantifiers().quantified(node, scope, false, body));
      }
      case "=", "\\in" -> {
        OpDeclNode variable = Definitions.next(a[0], scope, specification);
        yield variable == null || scope.isGiven(variable)
            ? test(node, scope)
            : assigned(variable, operator, node, scope);
      }
      case "UNCHANGED" -> unchanged(node, scope);
      default -> test(node, scope);
    };
  }

  private Outcome test(SemanticNode node, Environment scope) {
    Term term = translator.formula(node, scope);
    return term.equals(Smt.FALSE) ? NEVER : new Outcome(term, scope.given());
  }

  /** One after the other: each where those before it hold, and have given what they give. */
  static Outcome inTurn(List<Function<Environment, Outcome>> parts, Environment scope) {
    List<Term> terms = new ArrayList<>();
    Environment here = scope;
    for (Function<Environment, Outcome> part : parts) {
      Outcome outcome = part.apply(here);
      if (outcome.given() == null) {
        return NEVER;
      }
      terms.add(outcome.term());
      here = here.under(outcome.term()).giving(outcome.given());
    }
    return new Outcome(Smt.and(terms), here.given());
  }

  private Outcome ifThenElse(OpApplNode node, Environment scope) {
    SemanticNode[] a = node.getArgs();
    Term condition = translator.formula(a[0], scope);
    if (condition instanceof Term.Truth truth) {
      return translate(a[truth.value() ? 1 : 2], scope);
    }
    Ways ways = new Ways(node);
    Term then = ways.add(translate(a[1], scope.under(condition)));
    Term otherwise = ways.add(translate(a[2], scope.under(Smt.not(condition))));
    return ways.end(Smt.ite(condition, then, otherwise));
  }

  private Outcome cases(OpApplNode node, Environment scope) {
    Ways ways = new Ways(node);
    List<Term> guards = new ArrayList<>();
    List<Term> arms = new ArrayList<>();
    translator
        .logic()
        .arms(
            node,
            scope,
            (guard, arm) -> {
              guards.add(guard);
              arms.add(ways.add(translate(arm, scope.under(guard))));
            });
    Term chosen = arms.get(arms.size() - 1);
    for (int i = arms.size() - 2; i >= 0; i--) {
      chosen = Smt.ite(guards.get(i), arms.get(i), chosen);
    }
    return ways.end(chosen);
  }

  private Outcome assigned(
      OpDeclNode variable, String operator, OpApplNode node, Environment scope) {
    Value value = translator.value(node.getArgs()[1], scope);
    Variables.Next next = next(variable, node, scope);
    Term term =
        operator.equals("=") ? next.is(value) : next.isAmong(translator.sets().asSet(value, node));
    return given(variable, term, scope);
  }

  private static Outcome given(OpDeclNode variable, Term term, Environment scope) {
    return term.equals(Smt.FALSE) ? NEVER : new Outcome(term, scope.givingToo(variable).given());
  }

  private Outcome unchanged(OpApplNode node, Environment scope) {
    SemanticNode what = node.getArgs()[0];
    Set<OpDeclNode> variables = Definitions.variables(what, scope, specification);
    if (variables == null) {
      return test(node, scope);
    }
    List<Function<Environment, Outcome>> parts = new ArrayList<>();
    for (OpDeclNode variable : variables) {
      parts.add(here -> unchanged(variable, node, here));
    }
    return inTurn(parts, scope);
  }

  private Outcome unchanged(OpDeclNode variable, OpApplNode node, Environment scope) {
    if (scope.isGiven(variable)) {
      return new Outcome(translator.unchanged(variable, node), scope.given());
    }
    Variables.Next next = next(variable, node, scope);
    return given(variable, next.is(next.now()), scope);
  }

  private Variables.Next next(OpDeclNode variable, OpApplNode node, Environment scope) {
    Value now = translator.variables().value(variable, false);
    Value next = translator.variables().value(variable, true);
    if (now == null || next == null) {
      throw new OutsideFragment(variable.getName() + " without a value", node);
    }
    String name = variable.getName().toString();
    return new Variables.Next(name, now, next, node, scope, translator);
  }

  /** The ways through a choice: what one of them assigns, each that can be gone must assign. */
  private static final class Ways {
    private final SemanticNode node;
    private @Nullable Set<OpDeclNode> given;

    Ways(SemanticNode node) {
      this.node = node;
    }

    Term add(Outcome outcome) {
      Set<OpDeclNode> others = given;
      if (outcome.given() != null && others != null && !others.equals(outcome.given())) {
        Set<String> open = new TreeSet<>();
        names(others, outcome.given(), open);
        names(outcome.given(), others, open);
        throw new OutsideFragment(
            "a choice of which some ways give %s a next value and others do not,"
                .formatted(String.join(", ", open)),
            node);
      }
      given = outcome.given() == null ? others : outcome.given();
      return outcome.term();
    }

    private static void names(Set<OpDeclNode> some, Set<OpDeclNode> others, Set<String> names) {
      some.stream().filter(v -> !others.contains(v)).forEach(v -> names.add("" + v.getName()));
    }

    Outcome end(Term term) {
      return given == null || term.equals(Smt.FALSE) ? NEVER : new Outcome(term, given);
    }
  }
}
