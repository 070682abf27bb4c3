package org.sabring.tla.smt.translate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.sabring.tla.smt.translate.Term.Application;
import org.sabring.tla.smt.translate.Term.Numeral;
import org.sabring.tla.smt.translate.Term.Quantified;
import org.sabring.tla.smt.translate.Term.Symbol;
import org.sabring.tla.smt.translate.Term.Text;
import org.sabring.tla.smt.translate.Term.Truth;

/**
 * The constructors of terms. What is constant is folded, so that a profile leaves no trace of the
 * other one.
 */
public final class Smt {

  public static final Term TRUE = new Truth(true);
  public static final Term FALSE = new Truth(false);

  private static final AtomicLong OPENED = new AtomicLong();

  private Smt() {}

  public static Term number(long value) {
    return new Numeral(BigInteger.valueOf(value));
  }

  static Term truth(boolean value) {
    return value ? TRUE : FALSE;
  }

  public static Term and(Term... terms) {
    return and(List.of(terms));
  }

  public static Term and(List<Term> terms) {
    return junction("and", terms, TRUE, FALSE);
  }

  static Term or(Term... terms) {
    return or(List.of(terms));
  }

  static Term or(List<Term> terms) {
    return junction("or", terms, FALSE, TRUE);
  }

  private static Term junction(String operator, List<Term> terms, Term neutral, Term absorbing) {
    Set<Term> parts = new LinkedHashSet<>();
    for (Term term : terms) {
      if (term instanceof Application inner && inner.operator().equals(operator)) {
        parts.addAll(inner.arguments());
      } else if (!term.equals(neutral)) {
        parts.add(term);
      }
    }
    if (parts.contains(absorbing)) {
      return absorbing;
    }
    if (parts.size() <= 1) {
      return parts.isEmpty() ? neutral : parts.iterator().next();
    }
    return new Application(operator, new ArrayList<>(parts), Sort.BOOLEAN);
  }

  public static Term not(Term term) {
    if (term instanceof Truth truth) {
      return truth(!truth.value());
    }
    if (term instanceof Application inner && inner.operator().equals("not")) {
      return inner.arguments().get(0);
    }
    return new Application("not", List.of(term), Sort.BOOLEAN);
  }

  static Term implies(Term premise, Term conclusion) {
    if (premise instanceof Truth truth) {
      return truth.value() ? conclusion : TRUE;
    }
    if (conclusion instanceof Truth truth) {
      return truth.value() ? TRUE : not(premise);
    }
    return new Application("=>", List.of(premise, conclusion), Sort.BOOLEAN);
  }

  static Term ite(Term condition, Term then, Term otherwise) {
    if (condition instanceof Truth truth) {
      return truth.value() ? then : otherwise;
    }
    if (then.equals(otherwise)) {
      return then;
    }
    if (then.sort() == Sort.BOOLEAN && (then instanceof Truth || otherwise instanceof Truth)) {
      return and(implies(condition, then), or(condition, otherwise));
    }
    return new Application("ite", List.of(condition, then, otherwise), then.sort());
  }

  /** Equality of two terms of one sort. */
  static Term equal(Term left, Term right) {
    if (left.equals(right)) {
      return TRUE;
    }
    if (isLiteral(left) && isLiteral(right)) {
      return FALSE;
    }
    if (left.sort() == Sort.BOOLEAN && left instanceof Truth truth) {
      return truth.value() ? right : not(right);
    }
    if (left.sort() == Sort.BOOLEAN && right instanceof Truth) {
      return equal(/* left= */ right, /* right= */ left);
    }
    if (right instanceof Text && left instanceof Application ite && ite.operator().equals("ite")) {
      List<Term> parts = ite.arguments();
      return ite(parts.get(0), equal(parts.get(1), right), equal(parts.get(2), right));
    }
    if (left instanceof Text) {
      return equal(/* left= */ right, /* right= */ left);
    }
    return new Application("=", List.of(left, right), Sort.BOOLEAN);
  }

  private static boolean isLiteral(Term term) {
    return term instanceof Numeral || term instanceof Text || term instanceof Truth;
  }

  /** Less or equal. */
  static Term atMost(Term left, Term right) {
    if (left instanceof Numeral l && right instanceof Numeral r) {
      return truth(l.value().compareTo(r.value()) <= 0);
    }
    return left.equals(right) ? TRUE : new Application("<=", List.of(left, right), Sort.BOOLEAN);
  }

  static Term less(Term left, Term right) {
    return not(atMost(/* left= */ right, /* right= */ left));
  }

  /** Whether a number lies in a range. */
  static Term between(Term low, Term term, Term high) {
    return and(atMost(low, term), atMost(term, high));
  }

  static Term plus(Term left, Term right) {
    if (left instanceof Numeral l && right instanceof Numeral r) {
      return new Numeral(l.value().add(r.value()));
    }
    if (left instanceof Numeral) {
      return plus(/* left= */ right, /* right= */ left);
    }
    if (right instanceof Numeral r && r.value().signum() == 0) {
      return left;
    }
    if (right instanceof Numeral
        && left instanceof Application sum
        && sum.operator().equals("+")
        && sum.arguments().get(1) instanceof Numeral) {
      return plus(sum.arguments().get(0), plus(sum.arguments().get(1), right));
    }
    return new Application("+", List.of(left, right), Sort.INTEGER);
  }

  static Term minus(Term left, Term right) {
    if (right instanceof Numeral r) {
      return plus(left, new Numeral(r.value().negate()));
    }
    return left.equals(right)
        ? number(0)
        : new Application("-", List.of(left, right), Sort.INTEGER);
  }

  public static Term select(Term array, Term index, Sort element) {
    return new Application("select", List.of(array, index), element);
  }

  static Term store(Term array, Term index, Term value) {
    return new Application("store", List.of(array, index, value), array.sort());
  }

  /** Binds a symbol that {@link #opened} made: the one way in which a quantifier is written. */
  static Term quantified(boolean universal, Symbol opened, Term body) {
    if (opened.role() != Symbol.Role.OPENED) {
      throw new IllegalArgumentException("binding " + opened + ", expected a bound symbol");
    }
    String name = opened.name().substring(0, opened.name().indexOf('#'));
    return body instanceof Truth
        ? body
        : new Quantified(universal, name, Terms.bind(opened, byPlace(opened, body), 0));
  }

  /**
   * The same for every place of an array instead of every index behind an offset, if arrays are
   * asked for nothing else: {@code a[n + i]} for all i is {@code a[p]} for all p. Solvers look for
   * places to be asked for, and do not add.
   */
  private static Term byPlace(Symbol index, Term body) {
    Set<Term> asked = new LinkedHashSet<>();
    Terms.walk(
        body,
        part -> {
          if (part instanceof Application select && select.operator().equals("select")) {
            Term place = select.arguments().get(1);
            if (Terms.isFree(index, place)) {
              asked.add(place);
            }
          }
        });
    if (asked.size() == 1
        && asked.iterator().next() instanceof Application place
        && place.operator().equals("+")
        && place.arguments().get(1).equals(index)
        && !Terms.isFree(index, place.arguments().get(0))
        && Terms.isClosed(place)) {
      Term back = minus(index, place.arguments().get(0));
      return Terms.replaced(body, Map.of(place, index, index, back));
    }
    return body;
  }

  /** A symbol to be bound: another one each time. */
  static Symbol opened(String name) {
    return new Symbol(name + "#" + OPENED.incrementAndGet(), Sort.INTEGER, Symbol.Role.OPENED);
  }
}
