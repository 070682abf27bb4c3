package org.sabring.tla.smt.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sabring.tla.smt.translate.Term.Application;
import org.sabring.tla.smt.translate.Term.Bound;
import org.sabring.tla.smt.translate.Term.Quantified;
import org.sabring.tla.smt.translate.Term.Symbol;

/**
 * Terms as SMT-LIB writes them. A bound symbol gets a name only here, {@code i.2} for the third of
 * those that are bound around each other: no two of them are equal, and none is a name of TLA+,
 * where there are no dots.
 */
final class TermText {

  /** What SMT-LIB means something by: a variable of that name gets another. */
  private static final Set<String> RESERVED =
      Set.of(
          "and",
          "or",
          "not",
          "xor",
          "ite",
          "true",
          "false",
          "div",
          "mod",
          "abs",
          "distinct",
          "select",
          "store",
          "let",
          "forall",
          "exists",
          "match",
          "par",
          "as");

  private final StringBuilder text = new StringBuilder();
  private final List<String> bound = new ArrayList<>();

  private TermText() {}

  static String of(Term term) {
    TermText writer = new TermText();
    writer.write(term);
    return writer.text.toString();
  }

  private void write(Term term) {
    if (term instanceof Application application) {
      text.append('(').append(name(application.operator()));
      for (Term argument : application.arguments()) {
        text.append(' ');
        write(argument);
      }
      text.append(')');
    } else if (term instanceof Quantified quantified) {
      bound.add(name(quantified.name() + "." + bound.size()));
      text.append(quantified.universal() ? "(forall ((" : "(exists ((");
      text.append(bound.get(bound.size() - 1)).append(" Int)) ");
      write(quantified.body());
      text.append(')');
      bound.remove(bound.size() - 1);
    } else if (term instanceof Bound one) {
      text.append(bound.get(bound.size() - 1 - one.quantifiersBetween()));
    } else if (term instanceof Symbol symbol) {
      text.append(symbol(symbol));
    } else {
      text.append(term);
    }
  }

  private static String symbol(Symbol symbol) {
    return switch (symbol.role()) {
      case NEXT -> name(symbol.name() + "'");
      case CONSTANT, STATE ->
          name(RESERVED.contains(symbol.name()) ? symbol.name() + "." : symbol.name());
      case OPENED -> throw new IllegalStateException(symbol.name() + " outside its quantifier");
    };
  }

  /** Quoted, unless SMT-LIB needs no quotes. */
  static String name(String name) {
    boolean plain = true;
    for (int i = 0; plain && i < name.length(); i++) {
      char c = name.charAt(i);
      plain = c < 128 && (Character.isLetterOrDigit(c) || "<=>+-*".indexOf(c) >= 0);
    }
    return plain ? name : "|" + name + "|";
  }
}
