package org.sabring.tla.smt.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.sabring.tla.smt.translate.Assignments.Outcome;
import org.sabring.tla.smt.translate.Temporal.Part;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SubstInNode;
import tla2sany.semantic.SymbolNode;

/**
 * A disjunct of the next-state relation. It is told from the others by its place in the list of
 * them; its name is for people.
 *
 * @param name the operator, as the next-state relation says it (a replaced action keeps its name),
 *     or where it stands; a second one of the same name has its number behind it
 * @param parts what it says, in the order of the text
 */
public record Action(String name, List<Part> parts) {

  /** Takes a next-state relation apart, through definitions that only join actions. */
  public static List<Action> of(Specification specification, Part next) {
    List<Action> actions = new ArrayList<>();
    Disjuncts disjuncts = new Disjuncts(specification, actions);
    if (next.node() instanceof OpApplNode named && disjuncts.isDefined(named)) {
      disjuncts.collect(List.of(), disjuncts.body(named, next.scope()), List.of());
    } else {
      disjuncts.collect(List.of(), next, List.of());
    }
    List<String> names = Names.distinct(actions.stream().map(Action::name).toList());
    List<Action> named = new ArrayList<>();
    for (int i = 0; i < actions.size(); i++) {
      named.add(new Action(names.get(i), actions.get(i).parts()));
    }
    return named;
  }

  /**
   * The relation between a state and the next one.
   *
   * @throws OutsideFragment if it leaves the next value of a variable open
   */
  public Term relation(Translator translator) {
    Outcome outcome = outcome(translator);
    Set<OpDeclNode> given = outcome.given();
    if (given != null && !given.containsAll(translator.variables().all())) {
      Set<String> open = new TreeSet<>();
      translator.variables().all().stream()
          .filter(variable -> !given.contains(variable))
          .forEach(variable -> open.add(variable.getName().toString()));
      throw new OutsideFragment(
          "an action that does not say what becomes of " + String.join(", ", open),
          parts.get(parts.size() - 1).node());
    }
    return outcome.term();
  }

  /** What it says of a state and the next one; it may leave the next value of a variable open. */
  public Term says(Translator translator) {
    return outcome(translator).term();
  }

  private Outcome outcome(Translator translator) {
    Assignments assignments = new Assignments(translator);
    List<Function<Environment, Outcome>> all = new ArrayList<>();
    for (Part part : parts) {
      all.add(here -> assignments.translate(part.node(), here.entering(part.scope())));
    }
    return Assignments.inTurn(all, Environment.ACTION);
  }

  /** The disjuncts of a relation, in the order of the text. */
  private record Disjuncts(Specification specification, List<Action> found) {

    /** {@code before /\ (A \/ B) /\ after} is one with A and one with B. */
    void collect(List<Part> before, Part part, List<Part> after) {
      Environment scope = part.scope();
      if (part.node() instanceof SubstInNode instance) {
        Environment inside = Definitions.substituting(instance, scope);
        collect(before, new Part(instance.getBody(), inside), after);
      } else if (isOperator(part.node(), "$DisjList", "\\lor")) {
        for (SemanticNode one : ((OpApplNode) part.node()).getArgs()) {
          collect(before, new Part(one, scope), after);
        }
      } else if (isOperator(part.node(), "$ConjList", "\\land")) {
        distribute(before, part, after);
      } else if (joins(part.node())) {
        collect(before, body((OpApplNode) part.node(), scope), after);
      } else {
        add(before, part, after);
      }
    }

    private void distribute(List<Part> before, Part conjunction, List<Part> after) {
      List<Part> parts = new ArrayList<>();
      for (SemanticNode part : ((OpApplNode) conjunction.node()).getArgs()) {
        parts.add(new Part(part, conjunction.scope()));
      }
      for (int i = 0; i < parts.size(); i++) {
        if (isOperator(parts.get(i).node(), "$DisjList", "\\lor") || joins(parts.get(i).node())) {
          collect(
              joined(before, parts.subList(0, i)),
              parts.get(i),
              joined(parts.subList(i + 1, parts.size()), after));
          return;
        }
      }
      add(before, conjunction, after);
    }

    private void add(List<Part> before, Part part, List<Part> after) {
      String name =
          part.node() instanceof OpApplNode named && isDefined(named)
              ? named.getOperator().getName().toString()
              : OutsideFragment.place(part.node());
      found.add(new Action(name, joined(joined(before, List.of(part)), after)));
    }

    private static List<Part> joined(List<Part> some, List<Part> others) {
      List<Part> all = new ArrayList<>(some);
      all.addAll(others);
      return List.copyOf(all);
    }

    /** Whether it is the name of a disjunction of names. */
    private boolean joins(SemanticNode node) {
      if (!(node instanceof OpApplNode application) || !isDefined(application)) {
        return false;
      }
      SemanticNode body = definition(application).getBody();
      return joins(body) || (isOperator(body, "$DisjList", "\\lor") && namesOnly(body));
    }

    private boolean namesOnly(SemanticNode node) {
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
      return isDefined(application);
    }

    private static boolean isOperator(SemanticNode node, String list, String infix) {
      if (!(node instanceof OpApplNode application)) {
        return false;
      }
      String name = application.getOperator().getName().toString();
      return name.equals(list) || name.equals(infix);
    }

    /** Whether a module of ours defines what is applied there. */
    boolean isDefined(OpApplNode node) {
      SymbolNode operator = specification.resolve(node.getOperator());
      return operator instanceof OpDefNode definition
          && !Definitions.isBuiltIn(definition)
          && !definition.getInRecursive();
    }

    private OpDefNode definition(OpApplNode node) {
      return (OpDefNode) specification.resolve(node.getOperator());
    }

    /** The right side of what is applied there. */
    Part body(OpApplNode node, Environment scope) {
      OpDefNode definition = definition(node);
      return new Part(definition.getBody(), Definitions.calling(definition, node, scope));
    }
  }
}
