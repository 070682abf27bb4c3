package org.sabring.tla;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sweep: many questions that one run of TLC answers: see {@code weak/Sweep.tla} for how. A sweep
 * is a model with a variable that holds the case; a case is <em>bad</em> if TLC reports it, that
 * is, if an invariant is violated in it, and <em>good</em> otherwise.
 *
 * <p>In {@code weak.json} cases are written as patterns: {@code {"test": ["SB", "MP"], "memory":
 * "tso"}} stands for all records that have one of the values in each field. The patterns in {@code
 * cases} name every field; those in {@code failing} may leave fields out, which then do not matter.
 *
 * @param model what TLC runs; its number of states and depth are those of all cases together
 * @param variable the variable that holds the case
 * @param constraint keeps TLC from exploring what is reported already
 * @param good what a case is called that is not reported
 * @param bad what a case is called that is reported
 * @param controls whether the bad cases are controls, which break the rules that the model names
 * @param cases all cases, as patterns
 * @param failing the cases that must be reported, as patterns
 */
public record Sweep(
    Model model,
    String variable,
    String constraint,
    String good,
    String bad,
    boolean controls,
    List<Map<String, Object>> cases,
    List<Failing> failing) {

  /**
   * Cases that must be reported.
   *
   * @param when which
   * @param violates the invariant that they violate first; left out in all groups if it does not
   *     matter
   */
  public record Failing(Map<String, Object> when, @Nullable String violates) {}

  @SuppressWarnings("RedundantNullCheck") // Jackson passes null for what the file leaves out
  public Sweep {
    good = Objects.requireNonNullElse(good, "holds");
    bad = Objects.requireNonNullElse(bad, "fails");
    cases = List.copyOf(cases);
    failing = List.copyOf(failing);
  }

  /** What a case is made over: its own memory, if it has one, and the model's bounds. */
  public Map<String, String> scope(Map<String, String> oneCase) {
    Map<String, String> scope = new LinkedHashMap<>();
    String memory = oneCase.get("memory");
    if (memory != null) {
      scope.put("memory", memory);
    }
    model.scope().forEach(scope::putIfAbsent);
    return scope;
  }

  /** The same questions of another model, with other cases or expectations. */
  public Sweep with(Model other, List<Map<String, Object>> cases, List<Failing> failing) {
    return new Sweep(other, variable, constraint, good, bad, controls, cases, failing);
  }

  /** Every case, as a record of texts, in the order of the file. */
  public Set<Map<String, String>> all() {
    Set<Map<String, String>> all = new LinkedHashSet<>();
    cases.forEach(pattern -> all.addAll(expand(pattern)));
    return all;
  }

  /** What must be reported in that case; nothing if it must be good. */
  public Optional<Failing> failing(Map<String, String> oneCase) {
    return failing.stream().filter(group -> matches(group.when(), oneCase)).findFirst();
  }

  /** Whether it matters which invariant a bad case violates: then every group says which. */
  public boolean namesInvariants() {
    return failing.stream().anyMatch(group -> group.violates() != null);
  }

  /** The name of the check for that case. */
  public String nameOf(Map<String, String> oneCase) {
    return model.name() + " " + String.join(" ", oneCase.values());
  }

  /** What TLC reads as the configuration of this sweep. */
  public String configuration() {
    return model.configuration() + "CONSTRAINT " + constraint + "\n";
  }

  private static List<Map<String, String>> expand(Map<String, Object> pattern) {
    List<Map<String, String>> found = new ArrayList<>(List.of(Map.of()));
    pattern.forEach(
        (field, values) -> {
          List<Map<String, String>> more = new ArrayList<>();
          for (Map<String, String> one : found) {
            for (String value : texts(values)) {
              Map<String, String> longer = new LinkedHashMap<>(one);
              longer.put(field, value);
              more.add(longer);
            }
          }
          found.clear();
          found.addAll(more);
        });
    return found;
  }

  private static boolean matches(Map<String, Object> pattern, Map<String, String> oneCase) {
    return pattern.entrySet().stream()
        .allMatch(field -> texts(field.getValue()).contains(oneCase.get(field.getKey())));
  }

  private static List<String> texts(Object values) {
    List<?> list = values instanceof List<?> several ? several : List.of(values);
    return list.stream().map(Sweep::text).toList();
  }

  /** As TLC writes it: TRUE and FALSE in capitals. */
  private static String text(Object value) {
    return value instanceof Boolean truth ? (truth ? "TRUE" : "FALSE") : value.toString();
  }
}
