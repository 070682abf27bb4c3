package org.sabring.tla.smt.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.sabring.tla.smt.differential.Scope.Named;
import org.sabring.tla.smt.differential.Scope.ValueType;

/** Random actions, and a next-state relation that joins them. */
final class Actions {

  private final Expressions expressions;
  private final Random random;
  private final Scope state;
  private final List<String> idle;

  Actions(Expressions expressions, Random random, Scope state, List<String> idle) {
    this.expressions = expressions;
    this.random = random;
    this.state = state;
    this.idle = idle;
  }

  /** {@code Set} has a parameter, {@code Join} joins two actions by their names. */
  String definitions() {
    return "Set(a) == %s\nMove == %s\nJoin == Set(1) \\/ Move\nLast == %s\n"
        .formatted(action(state.with("a", ValueType.INTEGER, false)), action(state), action(state));
  }

  String next() {
    String first = expressions.integer(state, 1);
    String second = expressions.integer(state, 1);
    return switch (expressions.below(7)) {
      case 0 -> "Set(%s) \\/ Set(%s)".formatted(first, second);
      case 1 -> "Set(%s) \\/ Set(%s) \\/ Move".formatted(first, second);
      case 2 -> "Join \\/ Last";
      case 3 -> "(%s /\\ (Set(%s) \\/ Move)) \\/ Last".formatted(guard(), first);
      case 4 -> "(\\E i \\in %s : Set(i)) \\/ Last".formatted(expressions.set(state, 1));
      case 5 -> "(%s /\\ Move) \\/ (%s /\\ Move)".formatted(guard(), guard());
      default -> action(state) + " \\/ Join";
    };
  }

  private String guard() {
    return expressions.bool(state, 2);
  }

  private String action(Scope start) {
    List<String> parts = new ArrayList<>();
    if (expressions.oneIn(2)) {
      parts.add(expressions.bool(start, 2));
    }
    List<Named> order = new ArrayList<>(start.names().stream().filter(Named::variable).toList());
    Collections.shuffle(order, random);
    List<String> unchanged = new ArrayList<>(idle);
    if (expressions.oneIn(40)) { // which TLC and the translation refuse
      order.remove(0);
    }
    Scope scope = start;
    for (Named variable : order) {
      if (expressions.oneIn(3)) {
        unchanged.add(variable.name());
        continue;
      }
      boolean early = expressions.oneIn(40);
      parts.add(assignment(variable, early ? scope.priming(variable.name()) : scope));
      scope = scope.priming(variable.name());
      if (expressions.oneIn(8)) {
        parts.add(expressions.bool(scope, 2));
      }
    }
    if (!unchanged.isEmpty()) {
      parts.add("UNCHANGED <<" + String.join(", ", unchanged) + ">>");
    }
    if (expressions.oneIn(8)) {
      Named again = expressions.any(start.names().stream().filter(Named::variable).toList());
      parts.add(again.name() + "' = " + expressions.of(again.type(), start, 1));
    }
    return "(" + (parts.isEmpty() ? "TRUE" : String.join(" /\\ ", parts)) + ")";
  }

  private String assignment(Named variable, Scope scope) {
    String name = variable.name();
    String value = expressions.of(variable.type(), scope, 2);
    boolean refused = variable.type() == ValueType.SEQUENCE && !expressions.oneIn(5);
    return switch (refused ? 1 + expressions.below(9) : expressions.below(10)) {
      case 0 -> name + "' \\in " + some(variable.type(), scope);
      case 1 -> "Put(" + name + ", " + value + ")";
      case 2 ->
          "(IF %s THEN %s' = %s ELSE %s' = %s)"
              .formatted(
                  expressions.bool(scope, 2),
                  name,
                  value,
                  name,
                  expressions.of(variable.type(), scope, 1));
      case 3 ->
          "(%s' = %s \\/ %s' = %s)"
              .formatted(name, value, name, expressions.of(variable.type(), scope, 1));
      case 4 ->
          "(CASE %s -> %s' = %s [] OTHER -> UNCHANGED %s)"
              .formatted(expressions.bool(scope, 2), name, value, name);
      case 5 -> {
        String bound = scope.has("i") ? "j" : "i";
        Scope inside = scope.with(bound, ValueType.INTEGER, true);
        yield "(\\E %s \\in 0..N - 1 : %s' = %s)"
            .formatted(bound, name, expressions.of(variable.type(), inside, 2));
      }
      case 6 -> "(LET g == %s IN %s' = g)".formatted(value, name);
      default -> name + "' = " + value;
    };
  }

  private String some(ValueType type, Scope scope) {
    return type == ValueType.INTEGER ? expressions.set(scope, 2) : RandomModule.values(type);
  }
}
