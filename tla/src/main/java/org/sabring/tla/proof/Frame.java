package org.sabring.tla.proof;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sabring.tla.proof.Term.Application;
import org.sabring.tla.proof.Term.Symbol;

/**
 * Which variables an action gives a next value: all of them, each once, whichever way it goes. A
 * variable left open could take any value of TLA+, of any sort, and no solver would know.
 */
final class Frame {

  private Frame() {}

  /** The variables that the action leaves open; empty if all is well. */
  static Set<String> open(Term action, List<String> variables) {
    Set<String> open = new TreeSet<>(variables);
    open.removeAll(given(action));
    return open;
  }

  private static Set<String> given(Term term) {
    Set<String> given = new HashSet<>();
    if (term instanceof Symbol symbol) {
      add(symbol, given);
    } else if (term instanceof Application application) {
      List<Term> parts = application.arguments();
      switch (application.operator()) {
        case "and" -> parts.forEach(part -> join(given, part));
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

  private static void join(Set<String> given, Term part) {
    given.addAll(given(part));
  }

  private static Set<String> common(List<Term> parts) {
    Iterator<Term> each = parts.iterator();
    Set<String> common = given(each.next());
    each.forEachRemaining(part -> common.retainAll(given(part)));
    return common;
  }
}
