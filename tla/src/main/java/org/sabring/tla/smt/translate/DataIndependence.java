package org.sabring.tla.smt.translate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SymbolNode;

/**
 * Data independence: elements may be taken to be their own numbers, for no action looks at one.
 * What holds elements is only ever copied, from the number of the element that is put to a slot and
 * on from there: as a whole right side, as what EXCEPT puts, or left unchanged. Whoever puts other
 * values for the numbers then puts them in every state, and each step stays a step.
 */
public final class DataIndependence {

  /**
   * What to look at.
   *
   * @param variables the variables that hold elements
   * @param numbers the variables that number them: what they name may be stored
   * @param module a module with a law that looks at an element: the control
   * @param replace what that module replaces
   */
  public record Elements(
      List<String> variables, List<String> numbers, String module, Map<String, String> replace) {}

  private final Specification specification;
  private final Elements elements;
  private final Set<String> found = new LinkedHashSet<>();
  private final List<OpDefNode> entered = new ArrayList<>();

  private DataIndependence(Specification specification, Elements elements) {
    this.specification = specification;
    this.elements = elements;
  }

  /** Where the next-state relation does more with an element than copy it; empty if nowhere. */
  public static List<String> looks(Specification specification, String next, Elements elements) {
    DataIndependence copies = new DataIndependence(specification, elements);
    copies.action(specification.body(next));
    return List.copyOf(copies.found);
  }

  private void action(SemanticNode node) {
    if (!(node instanceof OpApplNode application)) {
      visitParts(node);
      return;
    }
    SemanticNode[] a = application.getArgs();
    switch (name(application)) {
      case "=" -> {
        if (isNextElement(a[0])) {
          copied(a[1]);
        } else {
          visitParts(node);
        }
      }
      case "UNCHANGED" -> {
        if (Definitions.variables(a[0], Environment.TOP, specification) == null) {
          visitParts(node);
        }
      }
      default -> {
        if (holdsElements(application)) {
          found.add(name(application) + " is looked at in " + OutsideFragment.place(node));
        }
        visitParts(node);
      }
    }
  }

  private void visitParts(SemanticNode node) {
    if (node instanceof OpApplNode application) {
      SymbolNode operator = specification.resolve(application.getOperator());
      if (operator instanceof OpDefNode definition
          && !Definitions.isBuiltIn(definition)
          && !entered.contains(definition)) {
        entered.add(definition);
        action(definition.getBody());
      }
      if (application.getBdedQuantBounds() != null) {
        for (SemanticNode bound : application.getBdedQuantBounds()) {
          action(bound);
        }
      }
      for (SemanticNode argument : application.getArgs()) {
        if (argument != null) {
          action(argument);
        }
      }
    } else if (node.getChildren() != null) {
      for (SemanticNode child : node.getChildren()) {
        action(child);
      }
    }
  }

  /** What may become of a variable that holds elements: an element, or slots with one put in. */
  private void copied(SemanticNode node) {
    if (!(node instanceof OpApplNode application)) {
      found.add("something else is stored for an element in " + OutsideFragment.place(node));
      return;
    }
    SemanticNode[] a = application.getArgs();
    switch (name(application)) {
      case "$FcnApply" -> {
        copied(a[0]);
        action(a[1]);
      }
      case "$Except" -> {
        copied(a[0]);
        for (int i = 1; i < a.length; i++) {
          SemanticNode[] placeAndValue = ((OpApplNode) a[i]).getArgs();
          action(placeAndValue[0]);
          copied(placeAndValue[1]);
        }
      }
      case "$IfThenElse" -> {
        action(a[0]);
        copied(a[1]);
        copied(a[2]);
      }
      default -> {
        boolean numbers = elements.numbers().contains(name(application));
        if (!holdsElements(application) && !numbers) {
          found.add("something else is stored for an element in " + OutsideFragment.place(node));
        }
      }
    }
  }

  private boolean holdsElements(OpApplNode node) {
    return elements.variables().contains(name(node));
  }

  private boolean isNextElement(SemanticNode node) {
    return node instanceof OpApplNode prime
        && name(prime).equals("'")
        && prime.getArgs()[0] instanceof OpApplNode variable
        && holdsElements(variable);
  }

  private static String name(OpApplNode node) {
    return node.getOperator().getName().toString();
  }
}
