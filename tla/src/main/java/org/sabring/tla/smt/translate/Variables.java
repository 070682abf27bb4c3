package org.sabring.tla.smt.translate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sabring.tla.smt.translate.Term.Symbol;
import org.sabring.tla.smt.translate.Value.Elements;
import org.sabring.tla.smt.translate.Value.Mapping;
import org.sabring.tla.smt.translate.Value.Range;
import org.sabring.tla.smt.translate.Value.Scalar;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SymbolNode;

/**
 * The sorts of the variables. TLA+ has no types, but the initial condition gives each variable its
 * first value, and {@link Frame} checks that every action gives each one its next: both sides of an
 * equation have one sort, or {@link OutsideFragment} says where they differ. So the sorts are kept
 * for ever.
 */
public final class Variables {

  private record Kind(Sort sort, @Nullable Range domain) {}

  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  /** Finds {@code x = value} and {@code x \in set} in the initial condition. */
  public void learn(SemanticNode init, Translator translator) {
    if (!(init instanceof OpApplNode node)) {
      return;
    }
    SymbolNode operator = translator.specification().resolve(node.getOperator());
    String name = operator.getName().toString();
    if (name.equals("$ConjList") || name.equals("\\land")) {
      for (SemanticNode part : node.getArgs()) {
        learn(part, translator);
      }
    } else if ((name.equals("=") || name.equals("\\in"))
        && node.getArgs()[0] instanceof OpApplNode left
        && left.getOperator() instanceof OpDeclNode variable) {
      Value value = translator.value(node.getArgs()[1], Environment.TOP);
      kinds.put(variable.getName().toString(), kind(value, name.equals("\\in"), node));
    } else if (operator instanceof OpDefNode definition && !Definitions.isBuiltIn(definition)) {
      learn(definition.getBody(), translator);
    }
  }

  private static Kind kind(Value value, boolean element, SemanticNode node) {
    if (!element && value instanceof Scalar scalar) {
      return new Kind(scalar.term().sort(), null);
    } else if (!element && value instanceof Value.Rule rule) {
      return new Kind(rule.element(), rule.domain());
    } else if (element && (value instanceof Range || value instanceof Value.Integers)) {
      return new Kind(Sort.INTEGER, null);
    } else if (element && value instanceof Elements set && !set.elements().isEmpty()) {
      return kind(set.elements().get(0), false, node);
    } else if (element && value instanceof Value.Functions set) {
      return new Kind(kind(set.range(), true, node).sort(), set.domain());
    }
    throw new OutsideFragment("a variable with such a first value", node);
  }

  public List<String> names() {
    return List.copyOf(kinds.keySet());
  }

  /** The value of a variable, now or in the next state; null if it has no first value. */
  public @Nullable Value value(String name, boolean primed) {
    Kind kind = kinds.get(name);
    if (kind == null) {
      return null;
    }
    String symbol = primed ? name + "'" : name;
    return kind.domain() == null
        ? new Scalar(new Symbol(symbol, kind.sort()))
        : new Mapping(kind.domain(), new Symbol(symbol, kind.sort().array()), kind.sort());
  }
}
