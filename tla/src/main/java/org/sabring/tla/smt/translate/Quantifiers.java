package org.sabring.tla.smt.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sabring.tla.smt.translate.Environment.Known;
import org.sabring.tla.smt.translate.Term.Symbol;
import org.sabring.tla.smt.translate.Value.Elements;
import org.sabring.tla.smt.translate.Value.Scalar;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpApplNode;

/**
 * The translation of bounded quantifiers: over listed elements one by one, over integers as they
 * are.
 */
final class Quantifiers {

  private final Translator translator;

  Quantifiers(Translator translator) {
    this.translator = translator;
  }

  /** For all, or for some: over several symbols one after the other. */
  Term quantified(
      OpApplNode node, Environment scope, boolean universal, Function<Environment, Term> body) {
    List<FormalParamNode> symbols = new ArrayList<>();
    List<Value.Set> sets = new ArrayList<>();
    for (int i = 0; i < node.getBdedQuantBounds().length; i++) {
      if (node.isBdedQuantATuple()[i]) {
        throw new OutsideFragment("a quantifier over tuples", node);
      }
      for (FormalParamNode symbol : node.getBdedQuantSymbolLists()[i]) {
        symbols.add(symbol);
        sets.add(Sets.enumerated(translator.sets().asSet(node.getBdedQuantBounds()[i], scope)));
      }
    }
    return quantified(symbols, sets, node, scope, universal, body);
  }

  private Term quantified(
      List<FormalParamNode> symbols,
      List<Value.Set> sets,
      OpApplNode node,
      Environment scope,
      boolean universal,
      Function<Environment, Term> innermost) {
    if (symbols.isEmpty()) {
      return innermost.apply(scope);
    }
    FormalParamNode first = symbols.get(0);
    Value.Set set = sets.get(0);
    List<FormalParamNode> others = symbols.subList(1, symbols.size());
    List<Value.Set> otherSets = sets.subList(1, sets.size());
    Function<Environment, Term> rest =
        s -> quantified(others, otherSets, node, s, universal, innermost);
    if (set instanceof Elements few) {
      List<Term> each =
          few.elements().stream()
              .map(e -> rest.apply(scope.binding(Map.of(first, new Known(e)))))
              .toList();
      return universal ? Smt.and(each) : Smt.or(each);
    }
    Symbol bound = Smt.opened(first.getName().toString());
    Term among = translator.sets().member(new Scalar(bound), set, node, scope);
    Environment inside =
        scope.under(bound, among).binding(Map.of(first, new Known(new Scalar(bound))));
    Term body = rest.apply(inside);
    return Smt.quantified(
        universal, bound, universal ? Smt.implies(among, body) : Smt.and(among, body));
  }
}
