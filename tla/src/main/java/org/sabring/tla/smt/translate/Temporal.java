package org.sabring.tla.smt.translate;

import java.util.ArrayList;
import java.util.List;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SubstInNode;
import tla2sany.semantic.SymbolNode;

/**
 * A safety formula taken apart: {@code Init /\ [][Next]_vars}, or a part of it. So a promise about
 * steps and the refinement of another specification are recognised by what they say.
 *
 * @param initial what the first state satisfies
 * @param steps what every step satisfies, each {@code [A]_v}
 */
public record Temporal(List<Part> initial, List<Part> steps) {

  /** An expression and what its names mean: of an instance, something else than at home. */
  public record Part(OpApplNode node, Environment scope) {}

  private static final int STATE_LEVEL = 1;

  /**
   * Takes a formula apart.
   *
   * @param fair whether fairness may be among it: nothing safe follows from it, so it is left out
   */
  public static Temporal of(Specification specification, SemanticNode formula, boolean fair) {
    Temporal found = new Temporal(new ArrayList<>(), new ArrayList<>());
    found.collect(specification, formula, Environment.TOP, fair);
    return found;
  }

  private void collect(
      Specification specification, SemanticNode node, Environment scope, boolean fair) {
    if (node instanceof SubstInNode instance) {
      collect(specification, instance.getBody(), Definitions.substituting(instance, scope), fair);
      return;
    }
    if (!(node instanceof OpApplNode application)) {
      throw new OutsideFragment("such a temporal formula", node);
    }
    SymbolNode operator = specification.resolve(application.getOperator());
    String name = operator.getName().toString();
    boolean defined =
        operator instanceof OpDefNode definition && !Definitions.isBuiltIn(definition);
    if (name.equals("$ConjList") || name.equals("\\land")) {
      for (SemanticNode part : application.getArgs()) {
        collect(specification, part, scope, fair);
      }
    } else if (name.equals("[]") && isStep(application.getArgs()[0])) {
      steps.add(new Part((OpApplNode) application.getArgs()[0], scope));
    } else if (((ExprNode) application).getLevel() <= STATE_LEVEL) {
      initial.add(new Part(application, scope));
    } else if (defined && application.getArgs().length == 0) {
      collect(specification, ((OpDefNode) operator).getBody(), scope, fair);
    } else if (!fair || !(name.equals("$WF") || name.equals("$SF"))) {
      throw new OutsideFragment("temporal formula " + name, node);
    }
  }

  private static boolean isStep(SemanticNode node) {
    return node instanceof OpApplNode application
        && application.getOperator().getName().toString().equals("$SquareAct");
  }
}
