package org.sabring.tla.smt.translate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.sabring.tla.smt.translate.Environment.Known;
import org.sabring.tla.smt.translate.Term.Application;
import org.sabring.tla.smt.translate.Term.Symbol;
import org.sabring.tla.smt.translate.Value.Elements;
import org.sabring.tla.smt.translate.Value.Fields;
import org.sabring.tla.smt.translate.Value.Mapping;
import org.sabring.tla.smt.translate.Value.Range;
import org.sabring.tla.smt.translate.Value.Rule;
import org.sabring.tla.smt.translate.Value.Scalar;
import tla2sany.semantic.AtNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.StringNode;

/**
 * The translation of functions: of those on a range of integers to arrays, with the domain kept in
 * sight; of records to nothing that a solver sees, for their fields are known.
 */
final class Mappings {

  private final Translator translator;

  Mappings(Translator translator) {
    this.translator = translator;
  }

  static Term within(Term index, Range domain) {
    return Smt.between(domain.low(), index, domain.high());
  }

  Value apply(OpApplNode node, Environment scope) {
    Value function = translator.value(node.getArgs()[0], scope);
    Term index = translator.number(node.getArgs()[1], scope);
    return function instanceof Value.Sequence || function instanceof Value.Tuple
        ? translator.sequences().at(function, index, node, scope)
        : new Scalar(at(function, index, node, scope));
  }

  /** The value at an index; outside the domain an unspecified one, which must not matter. */
  private Term at(Value function, Term index, SemanticNode node, Environment scope) {
    if (function instanceof Mapping mapping) {
      Term inside = within(index, mapping.domain());
      translator.require(inside, scope);
      Term value = Smt.select(mapping.array(), index, mapping.element());
      return scope.knowsAll(inside) ? value : Smt.ite(inside, value, outside(mapping, index));
    } else if (function instanceof Rule rule) {
      Term inside = within(index, rule.domain());
      translator.require(inside, scope);
      return rule.at().apply(index, scope.under(inside));
    }
    throw new OutsideFragment("applying what is not a function on a range", node);
  }

  /** Whatever a function is outside its domain: always the same of the same function. */
  static Term outside(Mapping mapping, Term index) {
    Range domain = mapping.domain();
    List<Term> whose = List.of(mapping.array(), domain.low(), domain.high(), index);
    return new Application("outside." + mapping.element(), whose, mapping.element());
  }

  /** {@code [function EXCEPT ![index] = value]}; outside the domain it changes nothing. */
  Value except(OpApplNode node, Environment scope) {
    if (!(translator.value(node.getArgs()[0], scope) instanceof Mapping mapping)) {
      throw new OutsideFragment("EXCEPT of what is not a function on a range", node);
    }
    Term array = mapping.array();
    for (int i = 1; i < node.getArgs().length; i++) {
      OpApplNode pair = (OpApplNode) node.getArgs()[i];
      SemanticNode[] places = ((OpApplNode) pair.getArgs()[0]).getArgs();
      if (places.length != 1) {
        throw new OutsideFragment("EXCEPT with ![..][..]", node);
      }
      Term index = translator.number(places[0], scope);
      Mapping now = new Mapping(mapping.domain(), array, mapping.element());
      Term value =
          translator.term(
              pair.getArgs()[1], scope.binding(Map.of(pair, new Environment.Place(now, index))));
      if (value.sort() != mapping.element()) {
        throw new OutsideFragment("EXCEPT with a value of another sort", node);
      }
      Term stored = Smt.store(array, index, value);
      array = Smt.ite(within(index, mapping.domain()), stored, array);
    }
    return new Mapping(mapping.domain(), array, mapping.element());
  }

  /** {@code @}: what is at the place that EXCEPT changes. */
  Value replaced(SemanticNode node, Environment scope) {
    if (node instanceof AtNode at
        && scope.bindings().get(at.getExceptComponentRef()) instanceof Environment.Place place) {
      return new Scalar(at(place.function(), place.index(), node, scope));
    }
    throw new OutsideFragment("@", node);
  }

  /** {@code [bound \in low..high |-> value]} */
  Value constructor(OpApplNode node, Environment scope) {
    FormalParamNode[][] bounds = node.getBdedQuantSymbolLists();
    if (bounds.length != 1 || bounds[0].length != 1 || node.isBdedQuantATuple()[0]) {
      throw new OutsideFragment("a function of several arguments", node);
    }
    if (!(translator.value(node.getBdedQuantBounds()[0], scope) instanceof Range domain)) {
      throw new OutsideFragment("a function on what is not a range of integers", node);
    }
    FormalParamNode parameter = bounds[0][0];
    BiFunction<Term, Environment, Term> at =
        (index, use) ->
            translator.term(
                node.getArgs()[0],
                new Environment(scope.bindings(), scope.primed(), use.given(), use.path())
                    .binding(Map.of(parameter, new Known(new Scalar(index)))));
    Symbol any = Smt.opened(parameter.getName().toString());
    Term value = at.apply(any, scope.under(any, within(any, domain)));
    return new Rule(domain, value.sort(), at);
  }

  /** Functions are equal if they have one domain and agree on it. */
  Term equal(Value left, Value right, OpApplNode node, Environment scope) {
    if (!domain(left, node).equals(domain(right, node))) {
      throw new OutsideFragment("comparing functions whose domains look different", node);
    }
    return everywhere(
        domain(left, node),
        scope,
        (index, there) -> {
          Scalar one = new Scalar(at(left, index, node, there));
          Scalar other = new Scalar(at(right, index, node, there));
          return translator.logic().equal(one, other, node, there);
        });
  }

  static Range domain(Value value, SemanticNode node) {
    if (value instanceof Mapping mapping) {
      return mapping.domain();
    } else if (value instanceof Rule rule) {
      return rule.domain();
    }
    throw new OutsideFragment("comparing values of different kinds", node);
  }

  /** Every value of the function, as a formula about it. */
  Term everywhere(
      Value function, SemanticNode node, Environment scope, Function<Value, Term> property) {
    return everywhere(
        domain(function, node),
        scope,
        (index, there) -> property.apply(new Scalar(at(function, index, node, there))));
  }

  /** Every place of a domain: one by one if it is small. */
  static Term everywhere(
      Range domain, Environment scope, BiFunction<Term, Environment, Term> property) {
    if (Sets.enumerated(domain) instanceof Elements few) {
      return Smt.and(
          few.elements().stream()
              .map(place -> property.apply(((Scalar) place).term(), scope))
              .toList());
    }
    Symbol index = Smt.opened("i");
    Term inside = within(index, domain);
    Term held = property.apply(index, scope.under(index, inside));
    return Smt.quantified(true, index, Smt.implies(inside, held));
  }

  /** {@code [name |-> value, ...]} */
  Value record(ExprOrOpArgNode[] pairs, Environment scope) {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (ExprOrOpArgNode pair : pairs) {
      ExprOrOpArgNode[] nameAndValue = ((OpApplNode) pair).getArgs();
      String name = ((StringNode) nameAndValue[0]).getRep().toString();
      fields.put(name, translator.value(nameAndValue[1], scope));
    }
    return new Fields(fields);
  }

  /** {@code record.name} */
  Value field(OpApplNode node, Environment scope) {
    String name = ((StringNode) node.getArgs()[1]).getRep().toString();
    if (translator.value(node.getArgs()[0], scope) instanceof Fields record) {
      Value value = record.fields().get(name);
      if (value != null) {
        return value;
      }
    }
    throw new OutsideFragment("field ." + name + " of what is not known to have it", node);
  }
}
