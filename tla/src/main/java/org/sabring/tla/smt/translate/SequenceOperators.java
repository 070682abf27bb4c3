package org.sabring.tla.smt.translate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.tla.smt.translate.Value.Mapping;
import org.sabring.tla.smt.translate.Value.Range;
import org.sabring.tla.smt.translate.Value.Rule;
import org.sabring.tla.smt.translate.Value.Scalar;
import org.sabring.tla.smt.translate.Value.Sequence;
import org.sabring.tla.smt.translate.Value.Tuple;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.SemanticNode;

/**
 * The translation of the operators of the module Sequences. A sequence is a part of an array: what
 * takes elements from either end moves the bounds of the part, and no quantifier is needed to say
 * what becomes of the others. A tuple, whose parts are known one by one, is a sequence as well.
 */
final class SequenceOperators {

  private static final Term FIRST = Smt.number(1);

  private final Translator translator;

  SequenceOperators(Translator translator) {
    this.translator = translator;
  }

  /** What an operator on sequences makes; null if it is none. */
  @Nullable Value value(String operator, OpApplNode node, Environment scope) {
    ExprOrOpArgNode[] a = node.getArgs();
    return switch (operator) {
      case "Len" -> new Scalar(domain(translator.value(a[0], scope), node).high());
      case "DOMAIN" -> {
        Value function = translator.value(a[0], scope);
        yield function instanceof Mapping || function instanceof Rule
            ? Mappings.domain(function, node)
            : domain(function, node);
      }
      case "Head" -> at(translator.value(a[0], scope), FIRST, node, scope);
      case "Tail" -> tail(translator.value(a[0], scope), node, scope);
      case "Append" -> append(translator.value(a[0], scope), translator.value(a[1], scope), node);
      case "SubSeq" -> part(node, scope);
      case "Seq" -> new Value.SequencesOver(translator.sets().asSet(a[0], scope));
      default -> null;
    };
  }

  /** {@code 1..Len(sequence)} */
  static Range domain(Value value, SemanticNode node) {
    if (value instanceof Sequence sequence) {
      return new Range(FIRST, sequence.length());
    } else if (value instanceof Tuple tuple) {
      return new Range(FIRST, Smt.number(tuple.parts().size()));
    }
    throw new OutsideFragment("what is not known to be a sequence", node);
  }

  /** The value at a place; outside the domain an unspecified one, which must not matter. */
  Value at(Value value, Term index, SemanticNode node, Environment scope) {
    if (value instanceof Sequence sequence) {
      Mapping array =
          new Mapping(
              new Range(Smt.plus(sequence.offset(), FIRST), end(sequence)),
              sequence.array(),
              sequence.element());
      Term inside = Mappings.within(index, domain(sequence, node));
      translator.require(inside, scope);
      Term place = Smt.plus(sequence.offset(), index);
      return new Scalar(
          scope.knowsAll(inside)
              ? Smt.select(sequence.array(), place, sequence.element())
              : Smt.ite(
                  inside,
                  Smt.select(sequence.array(), place, sequence.element()),
                  Mappings.outside(array, place)));
    } else if (value instanceof Tuple tuple) {
      for (int i = 0; i < tuple.parts().size(); i++) {
        if (index.equals(Smt.number(i + 1))) {
          return tuple.parts().get(i);
        }
      }
      throw new OutsideFragment("a place of a tuple that is not known to have it", node);
    }
    throw new OutsideFragment("what is not known to be a sequence", node);
  }

  private static Term end(Sequence sequence) {
    return Smt.plus(sequence.offset(), sequence.length());
  }

  private Value tail(Value value, OpApplNode node, Environment scope) {
    if (value instanceof Tuple tuple && !tuple.parts().isEmpty()) {
      return new Tuple(tuple.parts().subList(1, tuple.parts().size()));
    } else if (value instanceof Sequence sequence) {
      translator.require(Smt.atMost(FIRST, sequence.length()), scope);
      return new Sequence(
          sequence.array(),
          Smt.plus(sequence.offset(), FIRST),
          Smt.minus(sequence.length(), FIRST),
          sequence.element());
    }
    throw new OutsideFragment("the tail of what is not known to have one", node);
  }

  private static Value append(Value value, Value last, OpApplNode node) {
    if (value instanceof Tuple tuple) {
      List<Value> parts = new ArrayList<>(tuple.parts());
      parts.add(last);
      return new Tuple(parts);
    } else if (value instanceof Sequence sequence) {
      Term length = Smt.plus(sequence.length(), FIRST);
      Term array =
          Smt.store(
              sequence.array(),
              Smt.plus(sequence.offset(), length),
              element(last, sequence.element(), node));
      return new Sequence(array, sequence.offset(), length, sequence.element());
    }
    throw new OutsideFragment("what is not known to be a sequence", node);
  }

  private static Term element(Value value, Sort sort, SemanticNode node) {
    if (value instanceof Scalar scalar && scalar.term().sort() == sort) {
      return scalar.term();
    }
    throw new OutsideFragment("an element that is not " + sort, node);
  }

  /** {@code SubSeq(sequence, from, to)}: empty if {@code from > to}, wherever they are. */
  private Value part(OpApplNode node, Environment scope) {
    if (!(translator.value(node.getArgs()[0], scope) instanceof Sequence sequence)) {
      throw new OutsideFragment("a part of what is not known to be a sequence", node);
    }
    Term from = translator.number(node.getArgs()[1], scope);
    Term to = translator.number(node.getArgs()[2], scope);
    Term empty = Smt.less(/* left= */ to, /* right= */ from);
    translator.require(
        Smt.or(empty, Smt.and(Smt.atMost(FIRST, from), Smt.atMost(to, sequence.length()))), scope);
    Term before = Smt.minus(from, FIRST);
    return new Sequence(
        sequence.array(),
        Smt.plus(sequence.offset(), before),
        Smt.ite(empty, Smt.number(0), Smt.minus(to, before)),
        sequence.element());
  }

  /** Sequences are equal if they are equally long and agree everywhere. */
  Term equal(Sequence left, Value right, OpApplNode node, Environment scope) {
    if (right instanceof Tuple tuple) {
      List<Term> parts = new ArrayList<>();
      parts.add(Smt.equal(left.length(), Smt.number(tuple.parts().size())));
      for (int i = 0; i < tuple.parts().size(); i++) {
        Term place = Smt.plus(left.offset(), Smt.number(i + 1));
        Value here = new Scalar(Smt.select(left.array(), place, left.element()));
        parts.add(translator.logic().equal(here, tuple.parts().get(i), node, scope));
      }
      return Smt.and(parts);
    } else if (right instanceof Sequence other && left.element() == other.element()) {
      Term length = Smt.equal(left.length(), other.length());
      if (left.array().equals(other.array()) && left.offset().equals(other.offset())) {
        return length;
      }
      return Smt.and(
          length,
          Mappings.everywhere(
              domain(left, node),
              scope,
              (index, there) ->
                  Smt.equal(
                      Smt.select(left.array(), Smt.plus(left.offset(), index), left.element()),
                      Smt.select(
                          other.array(), Smt.plus(other.offset(), index), other.element()))));
    }
    throw new OutsideFragment("comparing values of different kinds", node);
  }

  /** A choice between two of which at least one is a sequence; null if they do not fit. */
  static @Nullable Value either(Term condition, Value then, Value otherwise, OpApplNode node) {
    if (then instanceof Tuple && otherwise instanceof Sequence other) {
      return either(condition, like(then, other, node), otherwise, node);
    } else if (then instanceof Sequence one && otherwise instanceof Tuple) {
      return either(condition, then, like(otherwise, one, node), node);
    } else if (then instanceof Sequence one
        && otherwise instanceof Sequence other
        && one.element() == other.element()) {
      return new Sequence(
          Smt.ite(condition, one.array(), other.array()),
          Smt.ite(condition, one.offset(), other.offset()),
          Smt.ite(condition, one.length(), other.length()),
          one.element());
    }
    return null;
  }

  /** A sequence in the place of another; a tuple becomes one in the array of the other. */
  static Sequence like(Value value, Sequence other, OpApplNode node) {
    if (value instanceof Sequence sequence && sequence.element() == other.element()) {
      return sequence;
    } else if (!(value instanceof Tuple tuple)) {
      throw new OutsideFragment("another value where a sequence is expected", node);
    } else {
      Value copy = new Sequence(other.array(), other.offset(), Smt.number(0), other.element());
      for (Value part : tuple.parts()) {
        copy = append(copy, part, node);
      }
      return (Sequence) copy;
    }
  }
}
