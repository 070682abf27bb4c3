package org.sabring.explore;

import java.util.List;
import java.util.stream.Collectors;

/** A property violation: a promise that was broken. */
public final class PropertyViolation extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // it is not written anywhere
  private final List<Enum<?>> rules;

  /** What was found, and which rules it breaks, by constants that name them; perhaps none. */
  public PropertyViolation(String found, Enum<?>... rules) {
    this(found, List.of(rules));
  }

  /** The same, with a list of rules. */
  public PropertyViolation(String found, List<? extends Enum<?>> rules) {
    super(found, null, false, false);
    this.rules = List.copyOf(rules);
  }

  /** What was found. */
  public String found() {
    return String.valueOf(super.getMessage());
  }

  /** The rules that were broken. */
  public List<Enum<?>> rules() {
    return rules;
  }

  @Override
  public String getMessage() {
    String names = rules.stream().map(rule -> rule + " ").collect(Collectors.joining());
    return names.isEmpty() ? found() : names.strip() + ": " + found();
  }
}
