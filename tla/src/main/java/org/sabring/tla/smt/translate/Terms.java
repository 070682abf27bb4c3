package org.sabring.tla.smt.translate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.sabring.tla.smt.translate.Term.Application;
import org.sabring.tla.smt.translate.Term.Bound;
import org.sabring.tla.smt.translate.Term.Quantified;
import org.sabring.tla.smt.translate.Term.Symbol;

/** Queries on terms: their parts and their free symbols. */
public final class Terms {

  private Terms() {}

  /** The terms that a conjunction joins; one that is none joins itself. */
  public static List<Term> conjuncts(Term term) {
    return term instanceof Application and && and.operator().equals("and")
        ? and.arguments()
        : List.of(term);
  }

  /** The terms that this one is made of. */
  static List<Term> parts(Term term) {
    if (term instanceof Application application) {
      return application.arguments();
    }
    return term instanceof Quantified quantified ? List.of(quantified.body()) : List.of();
  }

  /** Shows a term and all its parts, outside first. */
  public static void walk(Term term, Consumer<Term> visitor) {
    visitor.accept(term);
    parts(term).forEach(part -> walk(part, visitor));
  }

  /** The symbols in it; what is bound is none. */
  public static Set<Symbol> free(Term term) {
    Set<Symbol> free = new LinkedHashSet<>();
    walk(
        term,
        part -> {
          if (part instanceof Symbol symbol) {
            free.add(symbol);
          }
        });
    return free;
  }

  /** Whether a term may differ from state to state, or with what is bound around it. */
  static boolean varies(Term term) {
    return free(term).stream().anyMatch(symbol -> symbol.role() != Symbol.Role.CONSTANT);
  }

  /** Whether a term is about next values. */
  public static boolean saysNext(Term term) {
    return free(term).stream().anyMatch(symbol -> symbol.role() == Symbol.Role.NEXT);
  }

  static boolean isFree(Symbol symbol, Term term) {
    return free(term).contains(symbol);
  }

  /** Whether nothing in it is bound further out. Only of a term without quantifiers. */
  static boolean isClosed(Term term) {
    return !(term instanceof Bound) && parts(term).stream().allMatch(Terms::isClosed);
  }

  /** The same term with other parts; what is put in is not looked into. */
  public static Term replaced(Term term, Map<? extends Term, ? extends Term> others) {
    Term other = others.get(term);
    if (other != null) {
      return other;
    } else if (term instanceof Application operation) {
      return new Application(
          operation.operator(),
          operation.arguments().stream().map(part -> replaced(part, others)).toList(),
          operation.sort());
    }
    return term instanceof Quantified all
        ? new Quantified(all.universal(), all.name(), replaced(all.body(), others))
        : term;
  }

  /** The body of a quantifier: each occurrence of a symbol points to it, {@code between} out. */
  static Term bind(Symbol symbol, Term body, int between) {
    if (body.equals(symbol)) {
      return new Bound(between);
    } else if (body instanceof Quantified inner) {
      return new Quantified(
          inner.universal(), inner.name(), bind(symbol, inner.body(), between + 1));
    } else if (body instanceof Application application) {
      List<Term> arguments = new ArrayList<>();
      application.arguments().forEach(part -> arguments.add(bind(symbol, part, between)));
      return new Application(application.operator(), arguments, application.sort());
    }
    return body;
  }
}
