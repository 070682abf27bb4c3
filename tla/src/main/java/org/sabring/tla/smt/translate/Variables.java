package org.sabring.tla.smt.translate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sabring.tla.smt.translate.Term.Symbol;
import org.sabring.tla.smt.translate.Term.Symbol.Role;
import org.sabring.tla.smt.translate.Value.Elements;
import org.sabring.tla.smt.translate.Value.Mapping;
import org.sabring.tla.smt.translate.Value.Range;
import org.sabring.tla.smt.translate.Value.Scalar;
import org.sabring.tla.smt.translate.Value.Sequence;
import org.sabring.tla.smt.translate.Value.Tuple;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SubstInNode;
import tla2sany.semantic.SymbolNode;

/**
 * The sorts of the variables. TLA+ has no types, but the initial condition gives each variable its
 * first value, and {@link Assignments} checks that every action gives each one its next, of the
 * same sort. So the sorts are kept for ever.
 */
public final class Variables {

  /** What a variable is. */
  private sealed interface Kind {}

  private record One(Sort sort) implements Kind {}

  private record OnRange(Sort element, Range domain) implements Kind {}

  private record Row(Sort element) implements Kind {}

  private record Parts(List<Kind> parts) implements Kind {}

  private final Map<OpDeclNode, Kind> kinds = new LinkedHashMap<>();

  /** Finds {@code x = value} and {@code x \in set} in the initial condition. */
  public void learn(SemanticNode init, Environment scope, Translator translator) {
    Specification specification = translator.specification();
    if (init instanceof SubstInNode instance) {
      learn(instance.getBody(), Definitions.substituting(instance, scope), translator);
      return;
    }
    if (!(init instanceof OpApplNode node)) {
      return;
    }
    SymbolNode operator = specification.resolve(node.getOperator());
    String name = operator.getName().toString();
    if (operator instanceof OpDefNode definition && !Definitions.isBuiltIn(definition)) {
      Environment inside = Definitions.calling(definition, node, scope);
      learn(definition.getBody(), inside, translator);
    } else if (name.equals("$ConjList") || name.equals("\\land")) {
      for (SemanticNode part : node.getArgs()) {
        learn(part, scope, translator);
      }
    } else if (name.equals("=") || name.equals("\\in")) {
      OpDeclNode variable = Definitions.variable(node.getArgs()[0], scope, specification);
      if (variable != null && !kinds.containsKey(variable)) {
        Value value = translator.value(node.getArgs()[1], scope);
        kinds.put(variable, kind(value, name.equals("\\in"), node));
      }
    }
  }

  /** The declared variables that got no first value. */
  public List<String> unknown(Specification specification) {
    return specification.variables().stream()
        .filter(variable -> !kinds.containsKey(variable))
        .map(variable -> variable.getName().toString())
        .toList();
  }

  private static Kind kind(Value value, boolean element, SemanticNode node) {
    if (!element && value instanceof Scalar scalar) {
      return new One(scalar.term().sort());
    } else if (!element && value instanceof Value.Rule rule) {
      return new OnRange(rule.element(), constant(rule.domain(), node));
    } else if (!element && value instanceof Tuple tuple) {
      return tuple.parts().isEmpty()
          ? new Row(Sort.INTEGER)
          : new Parts(tuple.parts().stream().map(part -> kind(part, false, node)).toList());
    } else if (element && value instanceof Value.Product product) {
      return new Parts(product.factors().stream().map(set -> kind(set, true, node)).toList());
    } else if (element && (value instanceof Range || value instanceof Value.Integers)) {
      return new One(Sort.INTEGER);
    } else if (element && value instanceof Elements set && !set.elements().isEmpty()) {
      Kind first = kind(set.elements().get(0), false, node);
      if (first instanceof One || first instanceof Row) { // of tuples the others may be longer
        return first;
      }
    } else if (element
        && value instanceof Value.Functions set
        && kind(set.range(), true, node) instanceof One one) {
      return new OnRange(one.sort(), constant(set.domain(), node));
    }
    throw new OutsideFragment("a variable with such a first value", node);
  }

  /** A domain is part of what a variable is, and so must not change with another variable. */
  private static Range constant(Range domain, SemanticNode node) {
    if (Terms.varies(domain.low()) || Terms.varies(domain.high())) {
      throw new OutsideFragment(
          "a variable with the domain %s..%s, expected constant bounds,"
              .formatted(domain.low(), domain.high()),
          node);
    }
    return domain;
  }

  public Set<OpDeclNode> all() {
    return Collections.unmodifiableSet(kinds.keySet());
  }

  /** The value of a variable, now or in the next state; null if it has no first value. */
  public @Nullable Value value(OpDeclNode variable, boolean primed) {
    Kind kind = kinds.get(variable);
    return kind == null
        ? null
        : value(kind, variable.getName().toString(), primed ? Role.NEXT : Role.STATE);
  }

  /** What belongs to a variable besides its name has a name that no variable has. */
  private static Value value(Kind kind, String name, Role role) {
    if (kind instanceof OnRange function) {
      Symbol array = new Symbol(name, function.element().array(), role);
      return new Mapping(function.domain(), array, function.element());
    } else if (kind instanceof Row row) {
      Symbol array = new Symbol(name, row.element().array(), role);
      Symbol offset = new Symbol("Offset(" + name + ")", Sort.INTEGER, role);
      Symbol length = new Symbol("Len(" + name + ")", Sort.INTEGER, role);
      return new Sequence(array, offset, length, row.element());
    } else if (kind instanceof Parts tuple) {
      List<Value> parts = new ArrayList<>();
      for (Kind part : tuple.parts()) {
        parts.add(value(part, name + "[" + (parts.size() + 1) + "]", role));
      }
      return new Tuple(parts);
    }
    return new Scalar(new Symbol(name, ((One) kind).sort(), role));
  }

  /**
   * The assignment of a next value.
   *
   * @param name of the variable
   * @param now its value
   * @param next what will be its value
   * @param node what assigns, in messages
   */
  record Next(
      String name,
      Value now,
      Value next,
      OpApplNode node,
      Environment scope,
      Translator translator) {

    /**
     * Of a function or a sequence the whole array is given: what it holds outside the domain is
     * nobody's business.
     */
    Term is(Value value) {
      if (next instanceof Mapping left
          && value instanceof Mapping right
          && left.domain().equals(right.domain())
          && left.element() == right.element()) {
        return Smt.equal(left.array(), right.array());
      } else if (next instanceof Sequence left && now instanceof Sequence before) {
        Sequence right = SequenceOperators.like(value, before, node);
        return Smt.and(
            Smt.equal(left.array(), right.array()),
            Smt.equal(left.offset(), right.offset()),
            Smt.equal(left.length(), right.length()));
      } else if (next instanceof Tuple tuple) {
        if (!(value instanceof Tuple right) || right.parts().size() != tuple.parts().size()) {
          throw new OutsideFragment(
              "another value for %s, expected a tuple of %d,".formatted(name, tuple.parts().size()),
              node);
        }
        return parts(tuple, (part, i) -> part.is(right.parts().get(i)));
      } else if (next instanceof Scalar left
          && value instanceof Scalar right
          && left.term().sort() != right.term().sort()) {
        throw new OutsideFragment(
            "%s for %s, expected %s,".formatted(right.term().sort(), name, left.term().sort()),
            node);
      }
      return translator.logic().equal(next, value, node, scope);
    }

    Term isAmong(Value.Set set) {
      if (next instanceof Tuple tuple
          && set instanceof Value.Product product
          && product.factors().size() == tuple.parts().size()) {
        return parts(tuple, (part, i) -> part.isAmong(product.factors().get(i)));
      } else if (next instanceof Tuple || next instanceof Sequence) {
        throw new OutsideFragment("a choice of the next value of " + name, node);
      }
      return translator.sets().member(next, set, node, scope);
    }

    private Term parts(Tuple tuple, BiFunction<Next, Integer, Term> given) {
      List<Term> parts = new ArrayList<>();
      for (int i = 0; i < tuple.parts().size(); i++) {
        Value before = ((Tuple) now).parts().get(i);
        Next part = new Next(name, before, tuple.parts().get(i), node, scope, translator);
        parts.add(given.apply(part, i));
      }
      return Smt.and(parts);
    }
  }

  /** That the lengths of all sequences in a state are natural numbers, as lengths are. */
  public Term lengths() {
    List<Term> natural = new ArrayList<>();
    for (OpDeclNode variable : kinds.keySet()) {
      lengths(Objects.requireNonNull(value(variable, false)), natural);
    }
    return Smt.and(natural);
  }

  private static void lengths(Value value, List<Term> natural) {
    if (value instanceof Sequence sequence) {
      natural.add(Smt.atMost(Smt.number(0), sequence.length()));
    } else if (value instanceof Tuple tuple) {
      tuple.parts().forEach(part -> lengths(part, natural));
    }
  }
}
