package org.sabring.tla.smt;

import java.util.ArrayList;
import java.util.List;
import org.sabring.tla.smt.translate.Definitions;
import org.sabring.tla.smt.translate.Names;
import org.sabring.tla.smt.translate.OutsideFragment;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;

/**
 * A conjunct of an invariant. It is told from the others by its place in the list of them.
 *
 * @param name the operator, or where it stands; a second one of the same name has its number behind
 *     it
 * @param node what it says
 */
record Conjunct(String name, SemanticNode node) {

  /** The conjuncts that an invariant lists, in the order of the text. */
  static List<Conjunct> of(SemanticNode invariant) {
    List<SemanticNode> nodes = new ArrayList<>();
    collect(invariant, nodes);
    List<String> names = Names.distinct(nodes.stream().map(Conjunct::nameOf).toList());
    List<Conjunct> conjuncts = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      conjuncts.add(new Conjunct(names.get(i), nodes.get(i)));
    }
    return conjuncts;
  }

  private static void collect(SemanticNode node, List<SemanticNode> conjuncts) {
    String operator =
        node instanceof OpApplNode application
            ? application.getOperator().getName().toString()
            : "";
    if (operator.equals("$ConjList") || operator.equals("\\land")) {
      for (SemanticNode part : ((OpApplNode) node).getArgs()) {
        collect(part, conjuncts);
      }
    } else {
      conjuncts.add(node);
    }
  }

  private static String nameOf(SemanticNode node) {
    return node instanceof OpApplNode application
            && application.getOperator() instanceof OpDefNode definition
            && !Definitions.isBuiltIn(definition)
        ? definition.getName().toString()
        : OutsideFragment.place(node);
  }
}
