package org.sabring.tla.smt.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.sabring.tla.smt.differential.Scope.Named;
import org.sabring.tla.smt.differential.Scope.ValueType;

/**
 * A random module, with claims about it.
 *
 * @param name of the module
 * @param text what it says
 * @param conjuncts the names of the conjuncts of its invariant, each defined by itself too
 * @param promises the names of what is claimed of the states of the invariant
 * @param properties the names of what is claimed of the steps from them
 * @param looseSubscript whether the subscript of the specification leaves a variable out
 */
record RandomModule(
    String name,
    String text,
    List<String> conjuncts,
    List<String> promises,
    List<String> properties,
    boolean looseSubscript) {

  /** A module that others instantiate. */
  static final String OTHER =
      """
      ---- MODULE Other ----
      EXTENDS Integers
      VARIABLE z
      Near(p) == \\E i \\in 0..1 : z + i = p
      Same == z' = z
      ====
      """;

  /** The module of a seed: always the same. */
  static RandomModule of(long seed) {
    return Math.floorMod(seed, 20) == 7 ? GrowingModule.of(seed) : new Maker(seed).module();
  }

  /** The values of a type in the universe of states. */
  static String values(ValueType type) {
    return switch (type) {
      case INTEGER -> "-1..2";
      case TEXT -> "{\"a\", \"b\"}";
      case BOOLEAN -> "BOOLEAN";
      case FUNCTION -> "[0..N - 1 -> 0..1]";
      case SEQUENCE -> RandomSequences.FEW;
      case PAIR -> "(0..1) \\X BOOLEAN";
      case NONE -> throw new IllegalArgumentException("" + type);
    };
  }

  private static final class Maker {

    /** Always these: TLC keeps the place that a variable has in a state from module to module. */
    private static final List<Named> ALL =
        List.of(
            new Named("b", ValueType.BOOLEAN, true, false),
            new Named("f", ValueType.FUNCTION, true, false),
            new Named("l", ValueType.SEQUENCE, true, false),
            new Named("r", ValueType.PAIR, true, false),
            new Named("s", ValueType.TEXT, true, false),
            new Named("x", ValueType.INTEGER, true, false),
            new Named("y", ValueType.INTEGER, true, false));

    private final long seed;
    private final Random random;
    private final Expressions expressions;
    private final List<Named> variables = new ArrayList<>();

    Maker(long seed) {
      this.seed = seed;
      this.random = new Random(seed * 0x9E3779B97F4A7C15L);
      this.expressions = new Expressions(random);
    }

    RandomModule module() {
      choose();
      String name = "R" + seed;
      Scope plain = new Scope(variables, Set.of(), false);
      Scope state = new Scope(variables, Set.of(), true);
      Set<String> all = new HashSet<>(names());
      Scope step = new Scope(variables, all, true);
      boolean loose = variables.size() > 1 && expressions.oneIn(12);
      List<String> subscript = new ArrayList<>(names().subList(loose ? 1 : 0, variables.size()));
      subscript.addAll(idle());
      StringBuilder text = new StringBuilder();
      text.append("---- MODULE ").append(name).append(" ----\n");
      text.append(
          "EXTENDS Integers, Sequences\nCONSTANT N\nASSUME N \\in 1..3\nVARIABLES b, f, l, r, s, x, y\n");
      line(text, "vars", "<<b, f, l, r, s, x, y>>");
      line(text, "Universe", conjunction(ALL.stream().map(this::typed).toList()));
      line(text, "Sum(p, q)", expressions.integer(parameters(plain, "p", "q"), 2));
      Scope one = parameters(plain, "p");
      line(text, "Cmp(p)", expressions.bool(one, 2) + " \\/ " + expressions.bool(one, 2));
      line(text, "Some(p)", some(plain));
      text.append("M == INSTANCE Other WITH z <- ").append(expressions.integer(plain, 1));
      text.append('\n');
      line(text, "Put(u, p)", "u' = p");
      line(text, "Init", initial());
      Actions actions = new Actions(expressions, random, state, idle());
      text.append(actions.definitions());
      line(text, "Next", actions.next());
      line(text, "Spec", "Init /\\ [][Next]_<<" + String.join(", ", subscript) + ">>");
      line(text, "Relation", "[Next]_<<" + String.join(", ", subscript) + ">>");
      List<String> conjuncts = new ArrayList<>(List.of("Universe"));
      int count = 1 + expressions.below(3);
      for (int i = 0; i < count; i++) {
        conjuncts.add(
            expressions.oneIn(2)
                ? "Cmp(" + expressions.integer(state, 1) + ")"
                : "(%s => %s)".formatted(expressions.bool(state, 2), expressions.bool(state, 3)));
      }
      List<String> keys = define(text, "C", conjuncts);
      line(text, "Invariant", conjunction(conjuncts));
      String bound = expressions.bool(state.with("i", ValueType.INTEGER, true), 2);
      String captured =
          "%s i \\in 0..N - 1 : (Some(i) %s %s)"
              .formatted(
                  expressions.any(List.of("\\A", "\\E")),
                  expressions.any(List.of("/\\", "=>")),
                  bound);
      List<String> promises =
          define(
              text, "P", List.of(expressions.bool(state, 3), expressions.bool(state, 4), captured));
      List<String> properties = properties(text, step);
      return new RandomModule(name, text + "====\n", keys, promises, properties, loose);
    }

    /** Whether there is one in a set: the name that it binds is often one that its callers bind. */
    private String some(Scope plain) {
      Scope inside = parameters(plain, "p", "i");
      return expressions.oneIn(3)
          ? "\\E i \\in %s : %s".formatted(expressions.set(plain, 2), expressions.bool(inside, 2))
          : "\\E i \\in 0..N - 1 : i %s p + %d"
              .formatted(expressions.compare(), expressions.below(2));
    }

    /** Two to four variables that the module is about; the others stay as they are. */
    private void choose() {
      variables.addAll(ALL);
      Collections.shuffle(variables, random);
      variables.subList(2 + expressions.below(3), ALL.size()).clear();
    }

    private List<String> idle() {
      return ALL.stream().filter(v -> !variables.contains(v)).map(Named::name).toList();
    }

    private List<String> names() {
      return variables.stream().map(Named::name).toList();
    }

    private static Scope parameters(Scope scope, String... names) {
      Scope inside = scope;
      for (String name : names) {
        inside = inside.with(name, ValueType.INTEGER, false);
      }
      return inside;
    }

    private String typed(Named variable) {
      return variable.name()
          + " \\in "
          + (variables.contains(variable)
              ? values(variable.type())
              : variable.type() == ValueType.FUNCTION
                  ? "[0..N - 1 -> {0}]"
                  : "{" + first(variable.type()) + "}");
    }

    private static String first(ValueType type) {
      return switch (type) {
        case INTEGER -> "0";
        case TEXT -> "\"a\"";
        case BOOLEAN -> "FALSE";
        case FUNCTION -> "[i \\in 0..N - 1 |-> 0]";
        case SEQUENCE -> "<<>>";
        case PAIR -> "<<0, FALSE>>";
        case NONE -> throw new IllegalArgumentException("" + type);
      };
    }

    private String initial() {
      List<String> parts = new ArrayList<>();
      List<Named> known = new ArrayList<>();
      for (Named variable : variables) {
        Scope scope = new Scope(List.copyOf(known), Set.of(), false);
        parts.add(
            expressions.oneIn(3)
                ? typed(variable)
                : variable.name()
                    + " = "
                    + (variable.type() == ValueType.SEQUENCE
                        ? first(variable.type())
                        : expressions.of(variable.type(), scope, 1)));
        known.add(variable);
      }
      for (Named variable : ALL) {
        if (!variables.contains(variable)) {
          parts.add(variable.name() + " = " + first(variable.type()));
        }
      }
      return conjunction(parts);
    }

    private List<String> properties(StringBuilder text, Scope step) {
      String relation = expressions.bool(step, 4);
      String subscript = expressions.any(names());
      line(text, "Q1", "[][" + relation + "]_" + subscript);
      line(text, "Relation_Q1", "[" + relation + "]_" + subscript);
      line(text, "Q2", "[][M!Same]_vars");
      line(text, "Relation_Q2", "[M!Same]_vars");
      return List.of("Q1", "Q2");
    }

    private static List<String> define(StringBuilder text, String prefix, List<String> bodies) {
      List<String> names = new ArrayList<>();
      for (String body : bodies) {
        names.add(prefix + (names.size() + 1));
        line(text, names.get(names.size() - 1), body);
      }
      return names;
    }

    private static void line(StringBuilder text, String name, String body) {
      text.append(name).append(" == ").append(body).append('\n');
    }

    static String conjunction(List<String> parts) {
      return "/\\ " + String.join(" /\\ ", parts);
    }
  }
}
