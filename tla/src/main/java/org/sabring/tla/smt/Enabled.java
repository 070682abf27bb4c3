package org.sabring.tla.smt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sabring.tla.smt.translate.Action;
import org.sabring.tla.smt.translate.Definitions;
import org.sabring.tla.smt.translate.Environment;
import org.sabring.tla.smt.translate.OutsideFragment;
import org.sabring.tla.smt.translate.Smt;
import org.sabring.tla.smt.translate.Specification;
import org.sabring.tla.smt.translate.Temporal;
import org.sabring.tla.smt.translate.Term;
import org.sabring.tla.smt.translate.Term.Application;
import org.sabring.tla.smt.translate.Term.Symbol;
import org.sabring.tla.smt.translate.Terms;
import org.sabring.tla.smt.translate.Translator;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.SemanticNode;
import util.UniqueString;

/**
 * The translation of {@code ENABLED A}: that some next state makes the action true. An action says
 * of each variable what its next value is, on each of the ways in which it can be taken. So the
 * next values are put in, one way after the other, and what is left is a formula about the state
 * alone; where something is left to choose, it is {@link OutsideFragment}. The formula comes from
 * the text of the action: an action that is changed is enabled elsewhere. What becomes of a
 * variable that it does not speak of may be anything, and does not matter.
 *
 * <p>Of {@code ENABLED <<A>>_v} some variable of {@code v} must change, too.
 */
final class Enabled {

  private static final UniqueString CHANGING = UniqueString.uniqueStringOf("$AngleAct");

  private final SemanticNode action;
  private final Term unchanged; // false if nothing need change

  private Enabled(SemanticNode action, Term unchanged) {
    this.action = action;
    this.unchanged = unchanged;
  }

  /** The states in which one of the actions that the formula joins can be taken. */
  static Term of(SemanticNode node, Specification specification, Translator translator) {
    boolean changes =
        node instanceof OpApplNode step && step.getOperator().getName().equals(CHANGING);
    SemanticNode action = changes ? ((OpApplNode) node).getArgs()[0] : node;
    Term unchanged =
        changes
            ? unchanged(((OpApplNode) node).getArgs()[1], specification, translator)
            : Smt.FALSE;
    Enabled enabled = new Enabled(action, unchanged);
    List<Term> ways = new ArrayList<>();
    for (Action one : Action.of(specification, new Temporal.Part(action, Environment.TOP))) {
      for (List<Term> way : enabled.ways(one.says(translator))) {
        ways.add(Smt.not(Smt.and(enabled.states(way))));
      }
    }
    return Smt.not(Smt.and(ways));
  }

  private static Term unchanged(
      SemanticNode subscript, Specification specification, Translator translator) {
    Set<OpDeclNode> watched = Definitions.variables(subscript, Environment.TOP, specification);
    if (watched == null || !(subscript instanceof OpApplNode tuple)) {
      throw new OutsideFragment("a subscript that is no tuple of variables", subscript);
    }
    return Smt.and(
        watched.stream().map(variable -> translator.unchanged(variable, tuple)).toList());
  }

  /** The ways to satisfy a term: what each joins is free of choices between next values. */
  private List<List<Term>> ways(Term term) {
    if (!(term instanceof Application operation) || !Terms.saysNext(term)) {
      return List.of(List.of(term));
    }
    List<Term> parts = operation.arguments();
    return switch (operation.operator()) {
      case "and" -> together(parts);
      case "or" -> parts.stream().flatMap(part -> ways(part).stream()).toList();
      case "ite" -> either(parts.get(0), parts.get(1), parts.get(2));
      case "=>" -> either(parts.get(0), parts.get(1), Smt.TRUE);
      default -> List.of(List.of(term));
    };
  }

  private List<List<Term>> either(Term condition, Term then, Term otherwise) {
    List<List<Term>> ways = new ArrayList<>(together(List.of(condition, then)));
    ways.addAll(together(List.of(Smt.not(condition), otherwise)));
    return ways;
  }

  private List<List<Term>> together(List<Term> parts) {
    List<List<Term>> ways = List.of(List.of());
    for (Term part : parts) {
      List<List<Term>> longer = new ArrayList<>();
      for (List<Term> way : ways) {
        for (List<Term> next : ways(part)) {
          List<Term> both = new ArrayList<>(way);
          both.addAll(next);
          longer.add(both);
        }
      }
      ways = longer;
    }
    return ways;
  }

  /** What a way asks of the state, with all next values put in. */
  private List<Term> states(List<Term> way) {
    if (way.contains(Smt.FALSE)) {
      return List.of(Smt.FALSE); // it is taken in no state, so it need not say anything of the next
    }
    Map<Symbol, Term> values = new HashMap<>();
    List<Term> open = new ArrayList<>(way);
    boolean found = true;
    while (found) {
      found = false;
      for (Term part : List.copyOf(open)) {
        Optional<Map.Entry<Symbol, Term>> value = value(part);
        if (value.isPresent() && !values.containsKey(value.get().getKey())) {
          values.put(value.get().getKey(), value.get().getValue());
          open.remove(part);
          open.replaceAll(other -> Terms.replaced(other, values));
          found = true;
          break;
        }
      }
    }
    open.add(Terms.replaced(Smt.not(unchanged), values));
    if (open.stream().anyMatch(Terms::saysNext)) {
      throw new OutsideFragment("ENABLED where a next value is left to choose", action);
    }
    return open;
  }

  /** The next value that an equation gives; none if it gives none that is known. */
  private static Optional<Map.Entry<Symbol, Term>> value(Term part) {
    if (part instanceof Symbol next && isNext(next)) {
      return Optional.of(Map.entry(next, Smt.TRUE));
    }
    if (!(part instanceof Application operation)) {
      return Optional.empty();
    }
    List<Term> sides = operation.arguments();
    if (operation.operator().equals("not") && sides.get(0) instanceof Symbol next && isNext(next)) {
      return Optional.of(Map.entry(next, Smt.not(Smt.TRUE)));
    }
    if (operation.operator().equals("=")) {
      for (int i = 0; i < 2; i++) {
        if (sides.get(i) instanceof Symbol next
            && isNext(next)
            && !Terms.saysNext(sides.get(1 - i))) {
          return Optional.of(Map.entry(next, sides.get(1 - i)));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNext(Symbol symbol) {
    return symbol.role() == Symbol.Role.NEXT;
  }
}
