package org.sabring.tla.smt.differential;

import static org.sabring.tla.smt.differential.Expressions.CELLS;

import java.util.List;
import java.util.function.UnaryOperator;
import org.sabring.tla.smt.differential.Scope.Named;
import org.sabring.tla.smt.differential.Scope.ValueType;

/** Random formulas and sets. */
final class Formulas {

  private final Expressions some;

  Formulas(Expressions some) {
    this.some = some;
  }

  /** A finite set of integers. */
  String set(Scope scope, int depth) {
    int less = depth - 1;
    return switch (depth <= 0 ? some.below(2) : some.below(7)) {
      case 0 -> "(" + CELLS + ")";
      case 1 -> some.any(List.of("(0..2)", "{0, 2}", "(-1..1)", "{}", "{1}"));
      case 2 -> "(%s..%s)".formatted(some.leaf(ValueType.INTEGER, scope), some.integer(scope, 1));
      case 3 -> "{%s, %s}".formatted(some.integer(scope, less), some.integer(scope, less));
      case 4 ->
          "(%s %s %s)"
              .formatted(set(scope, less), some.any(List.of("\\union", "\\")), set(scope, less));
      default -> {
        String name = some.fresh(scope);
        yield "{%s : %s \\in %s}"
            .formatted(
                some.integer(scope.with(name, ValueType.INTEGER, false), less),
                name,
                set(scope, less));
      }
    };
  }

  String bool(Scope scope, int depth) {
    if (depth <= 0 || some.oneIn(12)) {
      return some.leaf(ValueType.BOOLEAN, scope);
    }
    int less = depth - 1;
    return switch (some.below(17)) {
      case 0, 1, 2 ->
          "(%s %s %s)"
              .formatted(some.integer(scope, less), some.compare(), some.integer(scope, less));
      case 3 -> "(%s = %s)".formatted(some.text(scope, less), some.text(scope, less));
      case 4, 5 ->
          "(%s %s %s)"
              .formatted(
                  bool(scope, less),
                  some.any(List.of("/\\", "\\/", "=>", "<=>", "/\\")),
                  bool(scope, less));
      case 6 -> "~" + bool(scope, less);
      case 7 ->
          "(%s %s %s)"
              .formatted(
                  some.integer(scope, less),
                  some.any(List.of("\\in", "\\notin")),
                  some.oneIn(5) ? some.any(List.of("Nat", "Int")) : set(scope, less));
      case 8, 9, 10 -> quantified(scope, less);
      case 11 ->
          scope.of(ValueType.FUNCTION).isEmpty()
              ? bool(scope, less)
              : "(%s = %s)".formatted(some.function(scope, less), some.function(scope, less));
      case 12 ->
          some.any(
                  List.of(
                      "({%1$s, %2$s} = {%2$s, 1})",
                      "({%1$s, %2$s} \\subseteq 0..2)",
                      "(<<%1$s, %2$s>> = <<%2$s, 0>>)",
                      "(<<%1$s, 1>> # <<%2$s, 1>>)"))
              .formatted(some.integer(scope, less), some.integer(scope, less));
      case 13 ->
          scope.operators()
              ? some.any(List.of("Cmp(%s)", "Some(%s)", "Some(%s)", "M!Near(%s)"))
                  .formatted(argument(scope, less))
              : bool(scope, less);
      case 14 ->
          scope.of(ValueType.FUNCTION).isEmpty()
              ? bool(scope, less)
              : "(%s \\in [%s -> 0..1])".formatted(some.function(scope, less), CELLS);
      case 15 -> some.sequences().bool(scope, less);
      default -> some.common(ValueType.BOOLEAN, scope, less);
    };
  }

  /** Often what is bound there: the operator binds one of the same name. */
  private String argument(Scope scope, int depth) {
    List<Named> bound =
        scope.of(ValueType.INTEGER).stream().filter(name -> !name.variable()).toList();
    return bound.isEmpty() || some.oneIn(2) ? some.integer(scope, depth) : some.any(bound).name();
  }

  private String quantified(Scope scope, int depth) {
    String name = some.fresh(scope);
    String quantifier = some.any(List.of("\\A", "\\E"));
    UnaryOperator<String> over = set -> "(%s %s \\in %s : ".formatted(quantifier, name, set);
    Scope cell = scope.with(name, ValueType.INTEGER, true);
    return switch (some.below(8)) {
      case 0 ->
          over.apply("BOOLEAN") + bool(scope.with(name, ValueType.BOOLEAN, false), depth) + ")";
      case 1 ->
          over.apply("{\"a\", \"b\"}") + bool(scope.with(name, ValueType.TEXT, false), depth) + ")";
      case 2 -> {
        String second = some.fresh(cell);
        Scope both = cell.with(second, ValueType.INTEGER, false);
        yield "(%s %s \\in %s, %s \\in %s : %s)"
            .formatted(quantifier, name, CELLS, second, set(scope, 1), bool(both, depth));
      }
      case 3, 4, 5 -> over.apply(CELLS) + bool(cell, depth) + ")";
      default ->
          over.apply(set(scope, depth))
              + bool(scope.with(name, ValueType.INTEGER, false), depth)
              + ")";
    };
  }
}
