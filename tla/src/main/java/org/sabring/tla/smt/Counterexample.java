package org.sabring.tla.smt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.RingState;
import org.sabring.spec.law.RingStep;
import org.sabring.tla.smt.translate.Smt;
import org.sabring.tla.smt.translate.Sort;
import org.sabring.tla.smt.translate.Term;
import org.sabring.tla.smt.translate.Term.Numeral;
import org.sabring.tla.smt.translate.Term.Symbol;
import org.sabring.tla.smt.translate.Terms;
import org.sabring.tla.smt.translate.Value;
import org.sabring.tla.smt.translate.Value.Mapping;
import org.sabring.tla.smt.translate.Value.Scalar;
import org.sabring.tla.smt.translate.Value.Sequence;
import org.sabring.tla.smt.translate.Value.Tuple;
import tla2sany.semantic.OpDeclNode;

/**
 * A counterexample to induction: a state that satisfies the hypotheses, and a step from it that
 * breaks the goal. Only for an obligation of a ring whose capacity is known: then there is no
 * quantifier left, and Z3's answer is a state. Nobody says that the ring ever comes to that state:
 * that is what the invariant fails to exclude.
 */
final class Counterexample {

  private static final Pattern VALUE = Pattern.compile("(\\(- (\\d+)\\)|[^\\s()]+)\\)\\)$");
  private static final Pattern PREFIX = Pattern.compile("^(Apart|Mutant)");

  /** The longest sequence that is written out. */
  private static final int LONGEST = 16;

  private final Argument argument;
  private final Group group;
  private final SmtScript script;

  private Counterexample(Argument argument, Group group) {
    this.argument = argument;
    this.group = group;
    this.script = SmtScript.of(group);
  }

  /** Draws it; null if Z3 finds none. */
  static @Nullable Interleaving draw(Argument argument, Group group, Goal goal) {
    return new Counterexample(argument, group).draw(group.goals().indexOf(goal));
  }

  private @Nullable Interleaving draw(int goal) {
    try (Solver z3 = new Z3()) {
      z3.run(script.before(goal));
      for (String small : List.of("0 %s 9", "0 (mod %s 1073741824) 9", "")) {
        String question = script.question(goal).replace("(check-sat)\n", small(small));
        if (z3.check(question) == Solver.Answer.SAT) {
          return drawn(z3, group.goals().get(goal).name());
        }
        z3.run("(pop 1)\n");
      }
      return null;
    }
  }

  /** Small numbers are easier to read: cursors without flags first, then with. */
  private String small(String between) {
    Set<Symbol> symbols = new LinkedHashSet<>();
    group.hypotheses().forEach(hypothesis -> symbols.addAll(Terms.free(hypothesis.term())));
    StringBuilder text = new StringBuilder();
    for (Symbol symbol : symbols) {
      if (symbol.sort() == Sort.INTEGER && !between.isEmpty()) {
        text.append("(assert (<= " + between.formatted(symbol) + "))\n");
      }
    }
    return text.append("(check-sat)\n").toString();
  }

  private Interleaving drawn(Solver z3, String goal) {
    String breaks = "this breaks " + goal;
    List<Interleaving.Line> lines = new ArrayList<>();
    if (group.step()) {
      lines.add(line("", state(z3, false), "a state that satisfies the invariant", ""));
      lines.add(line(group.name(), state(z3, true), group.name(), breaks));
    } else {
      boolean first = group.name().equals("Init");
      String text = first ? "at first" : "a state that satisfies the invariant";
      lines.add(line("", state(z3, false), text, breaks));
    }
    return new Interleaving(group.name() + " breaks " + goal, lines);
  }

  /** A step of the ring as everywhere else; what no ring can show, as its bare variables. */
  private static Interleaving.Line line(
      String action, Map<String, String> state, String text, String note) {
    RingState ring;
    RingStep step;
    try {
      ring = RingState.of(state);
      step = action.isEmpty() ? null : RingStep.valueOf(PREFIX.matcher(action).replaceFirst(""));
    } catch (IllegalArgumentException notOfTheRing) {
      return new Interleaving.Line(null, text, state.toString(), note);
    }
    Map<String, String> others = new TreeMap<>(state);
    RingState.VARIABLES.forEach(others::remove);
    String beside =
        "next %s, %s; put=%d taken=%d%s"
            .formatted(
                ring.pStep(),
                ring.cStep(),
                ring.put(),
                ring.taken(),
                others.isEmpty() ? "" : " " + others);
    return step == null
        ? new Interleaving.Line(null, text, ring.picture().with(beside), note)
        : ring.line(step, beside, note);
  }

  private Map<String, String> state(Solver z3, boolean next) {
    Map<String, String> state = new TreeMap<>();
    for (OpDeclNode variable : argument.variables().all()) {
      Value value = Objects.requireNonNull(argument.variables().value(variable, next));
      String text = text(z3, value);
      if (!text.isEmpty()) {
        state.put(variable.getName().toString(), text);
      }
    }
    return state;
  }

  /** A value as the common form has it; empty if it cannot be told. */
  private String text(Solver z3, Value value) {
    if (value instanceof Scalar scalar) {
      return value(z3, scalar.term());
    } else if (value instanceof Mapping mapping
        && mapping.domain().low() instanceof Numeral low
        && mapping.domain().high() instanceof Numeral high) {
      long first = low.value().longValue();
      long last = high.value().longValue();
      return listed(z3, mapping.array(), mapping.element(), first, last).toString();
    } else if (value instanceof Sequence sequence) {
      long offset = Long.parseLong(value(z3, sequence.offset()));
      long length = Long.parseLong(value(z3, sequence.length()));
      return length > LONGEST
          ? length + " elements"
          : sequence(listed(z3, sequence.array(), sequence.element(), offset + 1, offset + length));
    } else if (value instanceof Tuple tuple) {
      return sequence(tuple.parts().stream().map(part -> text(z3, part)).toList());
    }
    return "";
  }

  private static String sequence(List<String> parts) {
    return "<<" + String.join(", ", parts) + ">>";
  }

  private List<String> listed(Solver z3, Term array, Sort element, long low, long high) {
    List<String> values = new ArrayList<>();
    for (long i = low; i <= high; i++) {
      values.add(value(z3, Smt.select(array, Smt.number(i), element)));
    }
    return values;
  }

  private String value(Solver z3, Term term) {
    String answer = String.join(" ", z3.run("(get-value (" + term + "))\n"));
    Matcher value = VALUE.matcher(answer);
    if (!value.find()) {
      throw new IllegalStateException("Z3: no value in " + answer);
    }
    String found = value.group(2) == null ? value.group(1) : "-" + value.group(2);
    return switch (term.sort()) {
      case BOOLEAN -> found.equals("true") ? "TRUE" : "FALSE";
      case TEXT -> word(Integer.parseInt(found));
      default -> found;
    };
  }

  private String word(int code) {
    return code >= 0 && code < script.words().size() ? script.words().get(code) : "a string";
  }
}
