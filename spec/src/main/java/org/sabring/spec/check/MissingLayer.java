package org.sabring.spec.check;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sabring.spec.law.Rule;

/**
 * The placeholder for a layer that a rule names and no module on the class path provides: its
 * result is UNKNOWN, so that it is not missed in silence.
 */
public record MissingLayer(String name) implements Layer {

  /** The names of all layers that the rules name. */
  public static Set<String> namedByTheRules() {
    return Arrays.stream(Rule.values())
        .flatMap(rule -> rule.layers().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public String promise() {
    return "The rules name this layer, but it is not on the class path.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) {
    List<Rule> rules =
        Arrays.stream(Rule.values()).filter(rule -> rule.layers().contains(name)).toList();
    String detail = "layer " + name + " was not found, so nothing was checked";
    Check check = new Check("presence", false, rules, Status.UNKNOWN, detail, Map.of(), null);
    progress.checks(1);
    progress.begin(check.name());
    progress.end(check);
    return new Evidence(List.of(check));
  }
}
