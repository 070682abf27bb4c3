package org.sabring.tla.smt.translate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SymbolNode;

/**
 * A disjunct of the next-state relation that has a name.
 *
 * @param name the name, as the next-state relation says it: a replaced action keeps it
 * @param conjuncts what it says; more than one if the relation adds something to the action
 */
public record Action(String name, List<SemanticNode> conjuncts) {

  /** Takes a next-state relation apart, through definitions that only join actions. */
  public static List<Action> of(Specification specification, SemanticNode next) {
    List<Action> actions = new ArrayList<>();
    SemanticNode relation =
        next instanceof OpApplNode named && !isBuiltIn(named)
            ? definition(specification, next).getBody()
            : next;
    collect(specification, relation, List.of(), actions);
    return actions;
  }

  private static void collect(
      Specification specification,
      SemanticNode node,
      List<SemanticNode> others,
      List<Action> actions) {
    if (isOperator(node, "$DisjList", "\\lor")) {
      for (SemanticNode part : ((OpApplNode) node).getArgs()) {
        collect(specification, part, others, actions);
      }
    } else if (isOperator(node, "$ConjList", "\\land")) {
      distribute(specification, (OpApplNode) node, others, actions);
    } else if (joins(specification, node)) {
      collect(specification, definition(specification, node).getBody(), others, actions);
    } else {
      String name =
          node instanceof OpApplNode named && !isBuiltIn(named)
              ? named.getOperator().getName().toString()
              : OutsideFragment.place(node);
      actions.add(new Action(name, plus(others, node)));
    }
  }

  /** {@code x /\ (A \/ B)} is {@code x /\ A} or {@code x /\ B}. */
  private static void distribute(
      Specification specification,
      OpApplNode conjunction,
      List<SemanticNode> others,
      List<Action> actions) {
    List<SemanticNode> beside = others;
    @Nullable SemanticNode choice = null;
    for (SemanticNode part : conjunction.getArgs()) {
      boolean chooses = isOperator(part, "$DisjList", "\\lor") || joins(specification, part);
      if (chooses && choice == null) {
        choice = part;
      } else {
        beside = plus(beside, part);
      }
    }
    if (choice == null) {
      actions.add(new Action(OutsideFragment.place(conjunction), plus(others, conjunction)));
    } else {
      collect(specification, choice, beside, actions);
    }
  }

  /** Whether it is the name of a disjunction of names. */
  private static boolean joins(Specification specification, SemanticNode node) {
    if (!(node instanceof OpApplNode application) || isBuiltIn(application)) {
      return false;
    }
    SemanticNode body = definition(specification, node).getBody();
    return joins(specification, body)
        || (isOperator(body, "$DisjList", "\\lor") && namesOnly(body));
  }

  private static boolean namesOnly(SemanticNode node) {
    if (!(node instanceof OpApplNode application)) {
      return false;
    }
    if (isOperator(node, "$DisjList", "\\lor")) {
      for (SemanticNode part : application.getArgs()) {
        if (!namesOnly(part)) {
          return false;
        }
      }
      return true;
    }
    return !isBuiltIn(application);
  }

  private static boolean isBuiltIn(OpApplNode node) {
    return !(node.getOperator() instanceof OpDefNode definition)
        || Definitions.isBuiltIn(definition);
  }

  private static OpDefNode definition(Specification specification, SemanticNode node) {
    SymbolNode operator = specification.resolve(((OpApplNode) node).getOperator());
    return (OpDefNode) operator;
  }

  private static boolean isOperator(SemanticNode node, String list, String infix) {
    if (!(node instanceof OpApplNode application)) {
      return false;
    }
    String name = application.getOperator().getName().toString();
    return name.equals(list) || name.equals(infix);
  }

  private static List<SemanticNode> plus(List<SemanticNode> nodes, SemanticNode node) {
    List<SemanticNode> more = new ArrayList<>(nodes);
    more.add(node);
    return List.copyOf(more);
  }

  /** The relation between a state and the next one. */
  public Term relation(Translator translator) {
    Environment scope = Environment.TOP.asserting();
    List<Term> terms = new ArrayList<>();
    for (SemanticNode conjunct : conjuncts) {
      Term term = translator.formula(conjunct, scope);
      scope = scope.under(term);
      terms.add(term);
    }
    return Smt.and(terms);
  }
}
