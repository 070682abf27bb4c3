package org.sabring.tla.smt.differential;

import java.util.List;
import java.util.Random;
import org.sabring.tla.smt.differential.Scope.Named;
import org.sabring.tla.smt.differential.Scope.ValueType;

/** Random expressions of TLA+, of a type, in a scope, over the fragment that is translated. */
final class Expressions {

  private static final List<String> BOUND = List.of("i", "j", "k", "m", "n", "o", "t");
  static final String CELLS = "0..N - 1";

  private final Random random;
  private final Formulas formulas = new Formulas(this);
  private final RandomSequences sequences = new RandomSequences(this);

  Expressions(Random random) {
    this.random = random;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  String of(ValueType type, Scope scope, int depth) {
    return switch (type) {
      case INTEGER -> integer(scope, depth);
      case BOOLEAN -> bool(scope, depth);
      case TEXT -> text(scope, depth);
      case FUNCTION -> function(scope, depth);
      case SEQUENCE -> sequences.sequence(scope, depth);
      case PAIR -> sequences.pair(scope, depth);
      case NONE -> throw new IllegalArgumentException("" + type);
    };
  }

  String leaf(ValueType type, Scope scope) {
    List<Named> names = scope.of(type);
    if (names.isEmpty() || oneIn(4)) {
      return switch (type) {
        case INTEGER -> any(List.of("0", "1", "2", "3", "(-1)", "N"));
        case BOOLEAN -> any(List.of("TRUE", "FALSE"));
        case TEXT -> any(List.of("\"a\"", "\"b\"", "\"c\""));
        case SEQUENCE -> any(List.of("<<>>", "<<0>>", "<<1, 0>>"));
        case PAIR -> any(List.of("<<0, FALSE>>", "<<1, TRUE>>"));
        case NONE -> throw new IllegalArgumentException("" + type);
        case FUNCTION -> {
          String name = fresh(scope);
          yield "[%s \\in %s |-> %s]".formatted(name, CELLS, any(List.of("0", "1", name)));
        }
      };
    }
    Named name = any(names);
    return scope.primed().contains(name.name()) && oneIn(2) ? name.name() + "'" : name.name();
  }

  /** A name to bind. */
  String fresh(Scope scope) {
    List<String> free = BOUND.stream().filter(name -> !scope.has(name)).toList();
    return oneIn(3) ? any(free) : free.get(0); // the same names again and again
  }

  /** What any type has: IF, CASE, LET, a field, CHOOSE, a prime around it all. */
  String common(ValueType type, Scope scope, int depth) {
    int less = depth - 1;
    return switch (below(7)) {
      case 0, 1 ->
          "(IF %s THEN %s ELSE %s)"
              .formatted(bool(scope, less), of(type, scope, less), of(type, scope, less));
      case 2 -> {
        String guard = bool(scope, less);
        String other = oneIn(2) ? "OTHER" : "~" + guard;
        yield "(CASE %s -> %s [] %s -> %s)"
            .formatted(guard, of(type, scope, less), other, of(type, scope, less));
      }
      case 3, 4 -> local(type, scope, less);
      case 5 ->
          type == ValueType.FUNCTION
              ? function(scope, less)
              : "[p |-> %s, q |-> 0].p".formatted(of(type, scope, less));
      default -> {
        boolean choose = oneIn(40);
        boolean prime = scope.allPrimed() && !scope.primed().isEmpty();
        yield choose
            ? wrap(type, "(CHOOSE w \\in {0, 1} : w > 0)", scope, less)
            : prime && !scope.has("d") && !scope.has("v")
                ? "(" + of(type, scope.unprimed(), less) + ")'"
                : of(type, scope, less);
      }
    };
  }

  private String local(ValueType type, Scope scope, int depth) {
    if (scope.has("d") || scope.has("e") || scope.has("v")) {
      return of(type, scope, depth);
    } else if (oneIn(2)) {
      ValueType local = any(List.of(ValueType.INTEGER, ValueType.BOOLEAN));
      return "(LET d == %s IN %s)"
          .formatted(of(local, scope, depth), of(type, scope.with("d", local, false), depth));
    }
    String body = integer(scope.with("v", ValueType.INTEGER, false), depth);
    Scope inside = scope.with("e", ValueType.NONE, false);
    return "(LET e(v) == %s IN %s)"
        .formatted(body, wrap(type, "e(" + integer(inside, depth) + ")", inside, depth));
  }

  /** An expression of the type about an integer. */
  private String wrap(ValueType type, String integer, Scope scope, int depth) {
    return switch (type) {
      case INTEGER -> integer;
      case BOOLEAN -> "(%s %s %s)".formatted(integer, compare(), integer(scope, depth));
      case TEXT -> "(IF %s > 1 THEN \"a\" ELSE \"b\")".formatted(integer);
      case FUNCTION -> "[f EXCEPT ![0] = %s]".formatted(integer);
      case SEQUENCE -> "Append(<<0>>, %s)".formatted(integer);
      case PAIR -> "<<%s, TRUE>>".formatted(integer);
      case NONE -> throw new IllegalArgumentException("" + type);
    };
  }

  String compare() {
    return any(List.of("=", "#", "<", ">", "<=", ">="));
  }

  private String index(Scope scope, int depth) {
    List<Named> cells = scope.of(ValueType.INTEGER).stream().filter(Named::cell).toList();
    if (!cells.isEmpty() && !oneIn(5)) {
      return any(cells).name();
    }
    return oneIn(6) ? integer(scope, depth) : any(List.of("0", "(N - 1)", "0"));
  }

  String integer(Scope scope, int depth) {
    if (depth <= 0 || oneIn(6)) {
      return leaf(ValueType.INTEGER, scope);
    }
    int less = depth - 1;
    return switch (below(12)) {
      case 0, 1 ->
          "(%s %s %s)"
              .formatted(integer(scope, less), any(List.of("+", "-")), integer(scope, less));
      case 2 -> "(%s * %s)".formatted(any(List.of("2", "(-1)", "3")), integer(scope, less));
      case 3 ->
          "(%s %s %s)"
              .formatted(
                  integer(scope, less), any(List.of("%", "\\div")), any(List.of("2", "3", "N")));
      case 4 -> "(-%s)".formatted(integer(scope, less));
      case 5, 6 ->
          scope.of(ValueType.FUNCTION).isEmpty()
              ? integer(scope, less)
              : "%s[%s]".formatted(function(scope, less - 1), index(scope, less));
      case 7 ->
          scope.operators()
              ? "Sum(%s, %s)".formatted(integer(scope, less), integer(scope, less))
              : integer(scope, less);
      case 8 -> sequences.integer(scope, less);
      default -> common(ValueType.INTEGER, scope, less);
    };
  }

  RandomSequences sequences() {
    return sequences;
  }

  String text(Scope scope, int depth) {
    return depth <= 0 || oneIn(2)
        ? leaf(ValueType.TEXT, scope)
        : common(ValueType.TEXT, scope, depth - 1);
  }

  String function(Scope scope, int depth) {
    if (depth <= 0 || oneIn(3)) {
      return leaf(ValueType.FUNCTION, scope);
    }
    int less = depth - 1;
    String base = scope.primed().contains("f") && oneIn(2) ? "f'" : "f";
    return switch (scope.of(ValueType.FUNCTION).isEmpty() ? 3 : below(5)) {
      case 0 -> "[%s EXCEPT ![%s] = %s]".formatted(base, index(scope, less), integer(scope, less));
      case 1 ->
          "[%s EXCEPT ![%s] = %s, ![%s] = @ + %s]"
              .formatted(
                  base,
                  index(scope, less),
                  integer(scope, less),
                  index(scope, less),
                  integer(scope, less));
      case 2 ->
          "(IF %s THEN %s ELSE [%s EXCEPT ![0] = %s])"
              .formatted(bool(scope, less), base, base, integer(scope, less));
      default -> {
        String name = fresh(scope);
        yield "[%s \\in %s |-> %s]"
            .formatted(name, CELLS, integer(scope.with(name, ValueType.INTEGER, true), less));
      }
    };
  }

  String set(Scope scope, int depth) {
    return formulas.set(scope, depth);
  }

  String bool(Scope scope, int depth) {
    return formulas.bool(scope, depth);
  }
}
