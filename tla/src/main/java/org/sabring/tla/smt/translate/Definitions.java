package org.sabring.tla.smt.translate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sabring.tla.smt.translate.Environment.Binding;
import org.sabring.tla.smt.translate.Environment.Delayed;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.Subst;
import tla2sany.semantic.SubstInNode;

/** The bindings of a definition: what its names stand for where it is used. */
public final class Definitions {

  private Definitions() {}

  /** Whether the language or a standard module defines it, and so the translator. */
  public static boolean isBuiltIn(OpDefNode definition) {
    return definition.getKind() == ASTConstants.BuiltInKind
        || definition.getOriginallyDefinedInModuleNode() == null
        || definition.getOriginallyDefinedInModuleNode().isStandard();
  }

  /** The scope of a definition's right side. */
  static Environment calling(OpDefNode definition, OpApplNode node, Environment scope) {
    if (definition.getInRecursive()) {
      throw new OutsideFragment("RECURSIVE " + definition.getName(), node);
    }
    Map<SemanticNode, Binding> arguments = new LinkedHashMap<>();
    FormalParamNode[] parameters = definition.getParams();
    ExprOrOpArgNode[] given = node.getArgs();
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i].getArity() > 0) {
        throw new OutsideFragment("an operator as a parameter", node);
      }
      arguments.put(parameters[i], new Delayed(given[i], scope.asking()));
    }
    return scope.binding(arguments);
  }

  /** What the variables and constants of an instance stand for outside it. */
  static Environment substituting(SubstInNode instance, Environment scope) {
    Map<SemanticNode, Binding> bindings = new HashMap<>();
    for (Subst substitution : instance.getSubsts()) {
      bindings.put(substitution.getOp(), new Delayed(substitution.getExpr(), scope));
    }
    return scope.binding(bindings);
  }
}
