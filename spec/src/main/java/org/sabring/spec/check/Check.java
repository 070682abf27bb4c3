package org.sabring.spec.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.Rule;

/**
 * The result of one check, or of one control, of a layer.
 *
 * @param name unique within its layer
 * @param control whether it is a control: a run that must fail, and passes by failing as named
 * @param rules the rules it watches; for a control, the rules that it breaks
 * @param status the result
 * @param detail what was found, in a sentence or more
 * @param figures the evidence as numbers, in order: states, depth, executions, seconds …
 * @param counterexample how it came about, if that can be shown
 * @param scope what it was made over and holds for, by name, in order: capacity, elements, memory …
 */
public record Check(
    String name,
    boolean control,
    List<Rule> rules,
    Status status,
    String detail,
    Map<String, Number> figures,
    @Nullable Interleaving counterexample,
    Map<String, String> scope) {

  public Check {
    rules = List.copyOf(rules);
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    scope = Collections.unmodifiableMap(new LinkedHashMap<>(scope));
  }

  /** A result that does not say what it holds for. */
  public Check(
      String name,
      boolean control,
      List<Rule> rules,
      Status status,
      String detail,
      Map<String, Number> figures,
      @Nullable Interleaving counterexample) {
    this(name, control, rules, status, detail, figures, counterexample, Map.of());
  }

  /** The same result, with what it was made over. */
  public Check over(Map<String, String> scope) {
    return new Check(name, control, rules, status, detail, figures, counterexample, scope);
  }

  /** The same result, with more figures after its own. */
  public Check measuring(Map<String, ? extends Number> more) {
    Map<String, Number> all = new LinkedHashMap<>(figures);
    all.putAll(more);
    return new Check(name, control, rules, status, detail, all, counterexample, scope);
  }

  /** What it was made over, in one line; empty if it does not say. */
  public String made() {
    return Scope.text(scope);
  }

  /** Its figures in one line. */
  public String measured() {
    return Figures.text(figures);
  }

  /**
   * What a control found, judged as if it were no control: it passed because a mistake broke a
   * promise, so that is FAIL. If it did not come out as named, that is UNKNOWN.
   */
  public Check asFound() {
    Status found = status == Status.PASS ? Status.FAIL : Status.UNKNOWN;
    return new Check(name, false, rules, found, detail, figures, counterexample, scope);
  }

  /** A check that did not come to a result, and why. */
  public static Check unknown(String name, String detail) {
    return new Check(name, false, List.of(), Status.UNKNOWN, detail, Map.of(), null);
  }
}
