package org.sabring.tla.smt.translate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.sabring.tla.smt.translate.Term.Application;
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

  /** The symbols that it does not bind itself. */
  public static Set<Symbol> free(Term term) {
    Set<Symbol> free = new LinkedHashSet<>();
    collectFree(term, Set.of(), free);
    return free;
  }

  private static void collectFree(Term term, Set<Symbol> bound, Set<Symbol> free) {
    if (term instanceof Symbol symbol && !bound.contains(symbol)) {
      free.add(symbol);
    }
    Set<Symbol> inside = bound;
    if (term instanceof Quantified quantified) {
      inside = new LinkedHashSet<>(bound);
      inside.add(quantified.bound());
    }
    for (Term part : parts(term)) {
      collectFree(part, inside, free);
    }
  }

  static boolean isFree(Symbol symbol, Term term) {
    return free(term).contains(symbol);
  }

  /** Puts a term for a symbol; what is bound inside has names of its own. */
  static Term replace(Term term, Symbol symbol, Term by) {
    return term.equals(symbol) ? by : map(term, part -> replace(part, symbol, by));
  }

  /** Puts other parts into a term. */
  static Term map(Term term, UnaryOperator<Term> part) {
    if (term instanceof Quantified quantified) {
      return Smt.quantified(
          quantified.universal(), quantified.bound(), part.apply(quantified.body()));
    }
    if (term instanceof Application application) {
      return again(application, application.arguments().stream().map(part).toList());
    }
    return term;
  }

  /** The same operator with other arguments, folded. */
  private static Term again(Application term, List<Term> a) {
    return switch (term.operator()) {
      case "and" -> Smt.and(a);
      case "or" -> Smt.or(a);
      case "not" -> Smt.not(a.get(0));
      case "=>" -> Smt.implies(a.get(0), a.get(1));
      case "ite" -> Smt.ite(a.get(0), a.get(1), a.get(2));
      case "=" -> Smt.equal(a.get(0), a.get(1));
      case "<=" -> Smt.atMost(a.get(0), a.get(1));
      case "+" -> Smt.plus(a.get(0), a.get(1));
      case "-" -> Smt.minus(a.get(0), a.get(1));
      default -> new Application(term.operator(), a, term.sort());
    };
  }
}
