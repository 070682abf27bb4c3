package org.sabring.properties.explore;

import java.util.List;
import java.util.stream.Collectors;
import org.sabring.spec.Rule;

/** A promise was broken. */
public final class Breach extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<Rule> rules;

  /** What was found, and which rules it breaks; none if it is not about our ring. */
  public Breach(String found, Rule... rules) {
    this(found, List.of(rules));
  }

  /** The same, with a list of rules. */
  public Breach(String found, List<Rule> rules) {
    super(found, null, false, false);
    this.rules = List.copyOf(rules);
  }

  /** What was found. */
  public String found() {
    return String.valueOf(super.getMessage());
  }

  /** The rules that were broken. */
  public List<Rule> rules() {
    return rules;
  }

  @Override
  public String getMessage() {
    String names = rules.stream().map(rule -> rule + " ").collect(Collectors.joining());
    return names.isEmpty() ? found() : names.strip() + ": " + found();
  }
}
