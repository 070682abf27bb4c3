package org.sabring.tla.smt.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;
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
  public record Part(SemanticNode node, Environment scope) {}

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
    if (scope.bindings().get(operator) != null) {
      throw new OutsideFragment("a temporal formula as a parameter", node);
    } else if (name.equals("$ConjList") || name.equals("\\land")) {
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

  /**
   * The next-state relation of a specification: {@code A} of its one {@code [][A]_v}. What {@code
   * v} leaves out may change in any way while {@code v} does not, so it must name every variable.
   *
   * @throws OutsideFragment if it is no such specification
   */
  public Part next(Specification specification, SemanticNode formula) {
    if (steps.size() != 1) {
      throw new OutsideFragment(
          "a specification with %d next-state relations, expected one,".formatted(steps.size()),
          formula);
    }
    SemanticNode[] relation = ((OpApplNode) steps.get(0).node()).getArgs();
    Environment scope = steps.get(0).scope();
    Set<OpDeclNode> subscript = Definitions.variables(relation[1], scope, specification);
    if (subscript == null) {
      throw new OutsideFragment(
          "a subscript that is no tuple of variables, expected all of them,", relation[1]);
    }
    List<String> free = new ArrayList<>();
    for (OpDeclNode variable : specification.variables()) {
      if (!subscript.contains(variable)) {
        free.add(variable.getName().toString());
      }
    }
    if (!free.isEmpty()) {
      throw new OutsideFragment(
          "a subscript without %s, expected every variable,".formatted(String.join(", ", free)),
          relation[1]);
    }
    return new Part(relation[0], scope);
  }

  private static boolean isStep(SemanticNode node) {
    return node instanceof OpApplNode application
        && application.getOperator().getName().toString().equals("$SquareAct");
  }
}
