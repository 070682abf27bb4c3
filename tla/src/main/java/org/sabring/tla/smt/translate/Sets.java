package org.sabring.tla.smt.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sabring.tla.smt.translate.Environment.Known;
import org.sabring.tla.smt.translate.Term.Application;
import org.sabring.tla.smt.translate.Term.Numeral;
import org.sabring.tla.smt.translate.Term.Symbol;
import org.sabring.tla.smt.translate.Value.Difference;
import org.sabring.tla.smt.translate.Value.Elements;
import org.sabring.tla.smt.translate.Value.Functions;
import org.sabring.tla.smt.translate.Value.Image;
import org.sabring.tla.smt.translate.Value.Integers;
import org.sabring.tla.smt.translate.Value.Range;
import org.sabring.tla.smt.translate.Value.Scalar;
import org.sabring.tla.smt.translate.Value.Union;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.SemanticNode;

/** The translation of sets and membership. */
final class Sets {

  /** Ranges of known bounds are taken apart up to this size. */
  private static final int SMALL = 16;

  private final Translator translator;

  Sets(Translator translator) {
    this.translator = translator;
  }

  /** The set that an operator makes; null if it makes none. */
  @Nullable Value set(String operator, OpApplNode node, Environment scope) {
    ExprOrOpArgNode[] a = node.getArgs();
    return switch (operator) {
      case "Nat" -> new Integers(true);
      case "Int" -> new Integers(false);
      case "BOOLEAN" -> new Elements(List.of(new Scalar(Smt.FALSE), new Scalar(Smt.TRUE)));
      case ".." -> new Range(translator.number(a[0], scope), translator.number(a[1], scope));
      case "$SetEnumerate" -> new Elements(translator.values(a, scope));
      case "\\union", "\\cup" -> new Union(asSet(a[0], scope), asSet(a[1], scope));
      case "\\" -> new Difference(asSet(a[0], scope), asSet(a[1], scope));
      case "$SetOfAll" -> image(node, scope);
      case "$SetOfFcns" -> {
        if (asSet(a[0], scope) instanceof Range domain) {
          yield new Functions(domain, asSet(a[1], scope));
        }
        throw new OutsideFragment("functions on what is not a range of integers", node);
      }
      case "$CartesianProd" -> {
        List<Value.Set> factors = new ArrayList<>();
        for (SemanticNode factor : a) {
          factors.add(asSet(factor, scope));
        }
        yield new Value.Product(factors);
      }
      default -> null;
    };
  }

  Value.Set asSet(SemanticNode node, Environment scope) {
    return asSet(translator.value(node, scope), node);
  }

  Value.Set asSet(Value value, SemanticNode node) {
    if (value instanceof Value.Set set) {
      return set;
    }
    throw new OutsideFragment("what is not known to be a set", node);
  }

  private Value.Set image(OpApplNode node, Environment scope) {
    FormalParamNode parameter = onlyParameter(node);
    Value.Set set = enumerated(asSet(node.getBdedQuantBounds()[0], scope));
    SemanticNode body = node.getArgs()[0];
    if (set instanceof Elements elements) {
      return new Elements(
          elements.elements().stream()
              .map(e -> translator.value(body, scope.binding(Map.of(parameter, new Known(e)))))
              .toList());
    }
    String name = parameter.getName().toString();
    Function<Symbol, Term> element =
        bound -> {
          Environment inside =
              scope
                  .under(bound, member(new Scalar(bound), set, node, scope))
                  .binding(Map.of(parameter, new Known(new Scalar(bound))));
          return translator.number(body, inside);
        };
    // Each element must have a value, whoever asks for one.
    var unused = element.apply(Smt.opened(name));
    return new Image(set, name, element);
  }

  private static FormalParamNode onlyParameter(OpApplNode node) {
    FormalParamNode[][] symbols = node.getBdedQuantSymbolLists();
    if (symbols.length != 1 || symbols[0].length != 1 || node.isBdedQuantATuple()[0]) {
      throw new OutsideFragment("a set comprehension over several symbols", node);
    }
    return symbols[0][0];
  }

  /** A small range one by one, so that a capacity with a value leaves no quantifier. */
  static Value.Set enumerated(Value.Set set) {
    if (set instanceof Range range
        && range.low() instanceof Numeral low
        && range.high() instanceof Numeral high
        && high.value().subtract(low.value()).bitLength() < 31
        && high.value().subtract(low.value()).intValue() < SMALL) {
      List<Value> elements = new ArrayList<>();
      for (long i = low.value().longValue(); i <= high.value().longValue(); i++) {
        elements.add(new Scalar(Smt.number(i)));
      }
      return new Elements(elements);
    }
    return set;
  }

  Term membership(OpApplNode node, Environment scope) {
    Value value = translator.value(node.getArgs()[0], scope);
    return member(value, asSet(node.getArgs()[1], scope), node, scope);
  }

  Term subset(OpApplNode node, Environment scope) {
    return subset(asSet(node.getArgs()[0], scope), asSet(node.getArgs()[1], scope), node, scope);
  }

  Term subset(Value.Set part, Value.Set whole, OpApplNode node, Environment scope) {
    if (part instanceof Elements few) {
      return Smt.and(few.elements().stream().map(e -> member(e, whole, node, scope)).toList());
    }
    throw new OutsideFragment("comparing a set whose elements are not listed", node);
  }

  Term member(Value value, Value.Set set, OpApplNode node, Environment scope) {
    if (set instanceof Elements few) {
      Logic logic = translator.logic();
      return Smt.or(few.elements().stream().map(e -> logic.equal(value, e, node, scope)).toList());
    } else if (set instanceof Union union) {
      return Smt.or(
          member(value, union.left(), node, scope), member(value, union.right(), node, scope));
    } else if (set instanceof Difference rest) {
      return Smt.and(
          member(value, rest.left(), node, scope),
          Smt.not(member(value, rest.right(), node, scope)));
    } else if (set instanceof Functions functions) {
      if (!Mappings.domain(value, node).equals(functions.domain())) {
        throw new OutsideFragment("a function whose domain looks different", node);
      }
      return translator
          .mappings()
          .everywhere(value, node, scope, v -> member(v, functions.range(), node, scope));
    } else if (set instanceof Value.Product product) {
      return member(value, product, node, scope);
    } else if (set instanceof Value.SequencesOver sequences) {
      return member(value, sequences, node, scope);
    } else if (!(value instanceof Scalar scalar) || scalar.term().sort() != Sort.INTEGER) {
      throw new OutsideFragment("scope whether what is no integer is among integers", node);
    } else if (set instanceof Range range) {
      return Mappings.within(scalar.term(), range);
    } else if (set instanceof Integers integers) {
      return integers.natural() ? Smt.atMost(Smt.number(0), scalar.term()) : Smt.TRUE;
    } else {
      return memberOfImage(scalar.term(), (Image) set, node, scope);
    }
  }

  private Term member(Value value, Value.Product product, OpApplNode node, Environment scope) {
    if (!(value instanceof Value.Tuple tuple)) {
      throw new OutsideFragment("a product of sets, and what is no tuple", node);
    } else if (tuple.parts().size() != product.factors().size()) {
      return Smt.FALSE;
    }
    List<Term> parts = new ArrayList<>();
    for (int i = 0; i < tuple.parts().size(); i++) {
      parts.add(member(tuple.parts().get(i), product.factors().get(i), node, scope));
    }
    return Smt.and(parts);
  }

  private Term member(Value value, Value.SequencesOver set, OpApplNode node, Environment scope) {
    if (value instanceof Value.Tuple tuple) {
      return Smt.and(
          tuple.parts().stream().map(p -> member(p, set.elements(), node, scope)).toList());
    }
    return Mappings.everywhere(
        SequenceOperators.domain(value, node),
        scope,
        (index, there) ->
            member(
                translator.sequences().at(value, index, node, there), set.elements(), node, there));
  }

  /** Of {@code bound + n} the bound symbol is known: no quantifier is needed. */
  private Term memberOfImage(Term term, Image image, OpApplNode node, Environment scope) {
    Symbol bound = Smt.opened(image.name());
    Term element = image.element().apply(bound);
    if (element instanceof Application sum
        && sum.operator().equals("+")
        && sum.arguments().get(0).equals(bound)
        && !Terms.isFree(bound, sum.arguments().get(1))) {
      Term origin = Smt.minus(term, sum.arguments().get(1));
      return member(new Scalar(origin), image.set(), node, scope);
    }
    Term from = member(new Scalar(bound), image.set(), node, scope);
    return Smt.quantified(false, bound, Smt.and(from, Smt.equal(term, element)));
  }
}
