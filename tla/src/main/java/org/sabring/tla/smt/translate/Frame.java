package org.sabring.tla.smt.translate;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sabring.tla.smt.translate.Term.Application;
import org.sabring.tla.smt.translate.Term.Symbol;

/**
 * The frame condition of an action: it gives every variable a next value, whichever way it goes. A
 * variable left open could take any value of TLA+, of any sort, and no solver would know. A
 * function is given its next value once, for {@link Logic#equal} then lets its array be the given
 * one.
 */
public final class Frame {

  private final Set<String> twice = new TreeSet<>();
  private final Set<String> open;

  private Frame(Term action, List<String> variables) {
    open = new TreeSet<>(variables);
    open.removeAll(given(action));
  }

  /** What is wrong with an action; empty if nothing is. */
  public static String fault(Term action, List<String> variables) {
    Frame frame = new Frame(action, variables);
    if (!frame.open.isEmpty()) {
      return "an action that does not say what becomes of " + String.join(", ", frame.open);
    }
    return frame.twice.isEmpty()
        ? ""
        : "an action that says twice what becomes of " + String.join(", ", frame.twice);
  }

  private Set<String> given(Term term) {
    Set<String> given = new HashSet<>();
    if (term instanceof Symbol symbol) {
      add(symbol, given);
    } else if (term instanceof Application application) {
      List<Term> parts = application.arguments();
      switch (application.operator()) {
        case "and" -> {
          join(parts);
          parts.forEach(part -> given.addAll(given(part)));
        }
        case "or" -> given.addAll(common(parts));
        case "ite" -> given.addAll(common(parts.subList(1, 3)));
        case "=" -> parts.forEach(part -> add(part, given));
        case "not" -> add(parts.get(0), given);
        default -> {}
      }
    }
    return given;
  }

  private static void add(Term term, Set<String> given) {
    if (term instanceof Symbol symbol && symbol.name().endsWith("'")) {
      given.add(symbol.name().substring(0, symbol.name().length() - 1));
    }
  }

  /** Looks for functions that two parts of a conjunction give a value, on whichever way. */
  private void join(List<Term> parts) {
    Set<String> seen = new HashSet<>();
    for (Term part : parts) {
      Set<String> here = new HashSet<>();
      Terms.walk(
          part,
          term -> {
            if (term instanceof Application equation
                && equation.operator().equals("=")
                && equation.arguments().get(0).sort().smt().startsWith("(Array")) {
              add(equation.arguments().get(0), here);
            }
          });
      here.stream().filter(variable -> !seen.add(variable)).forEach(twice::add);
    }
  }

  private Set<String> common(List<Term> parts) {
    Iterator<Term> each = parts.iterator();
    Set<String> common = given(each.next());
    each.forEachRemaining(part -> common.retainAll(given(part)));
    return common;
  }
}
