package org.sabring.tla.smt.translate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.tla.smt.translate.Environment.Binding;
import org.sabring.tla.smt.translate.Environment.Delayed;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.Subst;
import tla2sany.semantic.SubstInNode;
import tla2sany.semantic.SymbolNode;

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
      arguments.put(parameters[i], new Delayed(given[i], scope));
    }
    return scope.binding(arguments);
  }

  /**
   * The declared variable that an expression names, through parameters, definitions and what an
   * instance substitutes; null if it is something else.
   */
  static @Nullable OpDeclNode variable(
      SemanticNode node, Environment scope, Specification specification) {
    if (node instanceof SubstInNode instance) {
      return variable(instance.getBody(), substituting(instance, scope), specification);
    }
    if (!(node instanceof OpApplNode name)) {
      return null;
    }
    SymbolNode symbol = specification.resolve(name.getOperator());
    if (scope.bindings().get(symbol) instanceof Delayed delayed) {
      return variable(delayed.expression(), scope.entering(delayed.scope()), specification);
    } else if (symbol instanceof OpDeclNode declared
        && declared.getKind() == ASTConstants.VariableDeclKind) {
      return declared;
    }
    return symbol instanceof OpDefNode definition && !isBuiltIn(definition)
        ? variable(definition.getBody(), calling(definition, name, scope), specification)
        : null;
  }

  /** The declared variable whose next value is named, as {@code x'}; null if none is. */
  static @Nullable OpDeclNode next(
      SemanticNode node, Environment scope, Specification specification) {
    if (!(node instanceof OpApplNode application)) {
      return null;
    }
    SymbolNode operator = specification.resolve(application.getOperator());
    if (scope.bindings().get(operator) instanceof Delayed delayed) {
      return next(delayed.expression(), scope.entering(delayed.scope()), specification);
    }
    return operator.getName().toString().equals("'")
        ? variable(application.getArgs()[0], scope, specification)
        : null;
  }

  /**
   * The declared variables that an expression joins in a tuple, in tuples of tuples, or through the
   * names of such; null if there is anything else in it.
   */
  public static @Nullable Set<OpDeclNode> variables(
      SemanticNode node, Environment scope, Specification specification) {
    if (node instanceof SubstInNode instance) {
      return variables(instance.getBody(), substituting(instance, scope), specification);
    }
    OpDeclNode one = variable(node, scope, specification);
    if (one != null) {
      return Set.of(one);
    }
    if (!(node instanceof OpApplNode application)) {
      return null;
    }
    SymbolNode symbol = specification.resolve(application.getOperator());
    if (scope.bindings().get(symbol) instanceof Delayed delayed) {
      return variables(delayed.expression(), scope.entering(delayed.scope()), specification);
    }
    if (!(symbol instanceof OpDefNode definition)) {
      return null;
    }
    if (!isBuiltIn(definition)) {
      Environment inside = calling(definition, application, scope);
      return variables(definition.getBody(), inside, specification);
    } else if (!definition.getName().toString().equals("$Tuple")) {
      return null;
    }
    Set<OpDeclNode> all = new LinkedHashSet<>();
    for (SemanticNode part : application.getArgs()) {
      Set<OpDeclNode> some = variables(part, scope, specification);
      if (some == null) {
        return null;
      }
      all.addAll(some);
    }
    return all;
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
