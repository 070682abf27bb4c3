package org.sabring.tla.smt.differential;

import java.util.List;
import org.sabring.tla.smt.differential.Scope.Named;
import org.sabring.tla.smt.differential.Scope.ValueType;

/** Random sequences and pairs, and what can be said of them. */
final class RandomSequences {

  /** The sequences of the universe. */
  static final String FEW = "{<<>>, <<0>>, <<1>>, <<0, 1>>, <<1, 0>>, <<1, 1>>}";

  private final Expressions some;

  RandomSequences(Expressions some) {
    this.some = some;
  }

  /** A sequence of integers: mostly of a variable, for of what is listed all is known. */
  String sequence(Scope scope, int depth) {
    if (depth <= 0 || some.oneIn(4)) {
      return some.leaf(ValueType.SEQUENCE, scope);
    }
    int less = depth - 1;
    if (scope.of(ValueType.SEQUENCE).isEmpty()) {
      return "Append(%s, %s)".formatted(sequence(scope, less), some.integer(scope, less));
    }
    String base = variable(scope, "l");
    return switch (some.below(8)) {
      case 0, 1 -> "Append(%s, %s)".formatted(sequence(scope, less), some.integer(scope, less));
      case 2 -> "Tail(%s)".formatted(base);
      case 3 ->
          "(IF Len(%1$s) > 0 THEN Tail(%1$s) ELSE %2$s)".formatted(base, sequence(scope, less));
      case 4 -> "SubSeq(%s, %s, Len(%s))".formatted(base, some.any(List.of("1", "2", "3")), base);
      case 5 ->
          "SubSeq(%s, %s, %s)".formatted(base, some.integer(scope, 1), some.integer(scope, 1));
      default -> some.common(ValueType.SEQUENCE, scope, less);
    };
  }

  /** What an operator makes of a variable, and never asks for what it has not. */
  private String moved(Scope scope, int depth) {
    if (scope.of(ValueType.SEQUENCE).isEmpty()) {
      return "<<%s, 1>>".formatted(some.integer(scope, depth - 1));
    }
    String base = variable(scope, "l");
    String longer = "Append(%s, %s)".formatted(base, some.integer(scope, depth - 1));
    return switch (some.below(5)) {
      case 0 -> longer;
      case 1 -> "Tail(%s)".formatted(longer);
      case 2 -> "Append(Tail(%s), %s)".formatted(longer, some.integer(scope, depth - 1));
      case 3 -> "SubSeq(%s, 1, Len(%s))".formatted(longer, base);
      default -> "SubSeq(%1$s, 2, Len(%1$s))".formatted(longer);
    };
  }

  /** A pair of an integer and a boolean. */
  String pair(Scope scope, int depth) {
    return some.oneIn(3)
        ? some.leaf(ValueType.PAIR, scope)
        : "<<%s, %s>>".formatted(some.integer(scope, depth - 1), some.bool(scope, depth - 1));
  }

  private String variable(Scope scope, String name) {
    return scope.primed().contains(name) && some.oneIn(2) ? name + "'" : name;
  }

  /** An integer of a sequence or of a pair. */
  String integer(Scope scope, int depth) {
    boolean pairs = !scope.of(ValueType.PAIR).isEmpty();
    boolean sequences = !scope.of(ValueType.SEQUENCE).isEmpty();
    String base = sequences ? variable(scope, "l") : "<<4, 5>>";
    return switch (some.below(pairs ? 6 : 5)) {
      case 0, 1 -> "Len(%s)".formatted(sequence(scope, depth));
      case 2 -> "Head(%s)".formatted(some.oneIn(2) ? base : moved(scope, depth));
      case 3 -> "(IF %1$s # <<>> THEN Head(%1$s) ELSE 2)".formatted(base);
      case 4 -> "%s[%s]".formatted(base, some.any(List.of("1", "1", "2")));
      default -> variable(scope, "r") + "[1]";
    };
  }

  /** A formula about sequences or pairs. */
  String bool(Scope scope, int depth) {
    boolean pairs = !scope.of(ValueType.PAIR).isEmpty();
    return switch (some.below(pairs ? 8 : 5)) {
      case 0 -> "(%s = %s)".formatted(sequence(scope, depth), sequence(scope, depth));
      case 1 -> "(%s = %s)".formatted(moved(scope, depth), moved(scope, depth));
      case 2 -> "(%s # <<>>)".formatted(sequence(scope, depth));
      case 3 -> "(%s \\in Seq(0..1))".formatted(sequence(scope, depth));
      case 4 -> places(scope, depth);
      case 5 -> "(%s = %s)".formatted(variable(scope, "r"), pair(scope, depth));
      case 6 -> "(%s \\in (%s) \\X {TRUE})".formatted(pair(scope, depth), some.set(scope, 1));
      default -> variable(scope, "r") + "[2]";
    };
  }

  private String places(Scope scope, int depth) {
    List<Named> sequences = scope.of(ValueType.SEQUENCE);
    if (sequences.isEmpty()) {
      return "(2 \\in DOMAIN <<0, 1>>)";
    }
    String of = variable(scope, "l");
    String name = some.fresh(scope);
    Scope inside = scope.with(name, ValueType.INTEGER, false);
    return "(%s %s \\in DOMAIN %s : %s[%s] %s %s)"
        .formatted(
            some.any(List.of("\\A", "\\E")),
            name,
            of,
            of,
            name,
            some.compare(),
            some.integer(inside, depth));
  }
}
