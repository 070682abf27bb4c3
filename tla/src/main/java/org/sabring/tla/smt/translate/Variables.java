package org.sabring.tla.smt.translate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.tla.smt.translate.Term.Symbol;
import org.sabring.tla.smt.translate.Term.Symbol.Role;
import org.sabring.tla.smt.translate.Value.Elements;
import org.sabring.tla.smt.translate.Value.Mapping;
import org.sabring.tla.smt.translate.Value.Range;
import org.sabring.tla.smt.translate.Value.Scalar;
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

  private record Kind(Sort sort, @Nullable Range domain) {}

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
      return new Kind(scalar.term().sort(), null);
    } else if (!element && value instanceof Value.Rule rule) {
      return new Kind(rule.element(), constant(rule.domain(), node));
    } else if (element && (value instanceof Range || value instanceof Value.Integers)) {
      return new Kind(Sort.INTEGER, null);
    } else if (element && value instanceof Elements set && !set.elements().isEmpty()) {
      return kind(set.elements().get(0), false, node);
    } else if (element && value instanceof Value.Functions set) {
      return new Kind(kind(set.range(), true, node).sort(), constant(set.domain(), node));
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
    if (kind == null) {
      return null;
    }
    String name = variable.getName().toString();
    Role role = primed ? Role.NEXT : Role.STATE;
    return kind.domain() == null
        ? new Scalar(new Symbol(name, kind.sort(), role))
        : new Mapping(kind.domain(), new Symbol(name, kind.sort().array(), role), kind.sort());
  }
}
