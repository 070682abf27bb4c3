package org.sabring.properties.trial;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.Rule;

/** A violation of rules by a ring. */
public final class Violation extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final List<Rule> rules;
  private final transient @Nullable Interleaving story;

  public Violation(String found, Rule... rules) {
    this(found, Arrays.asList(rules), null);
  }

  /** Rules that were broken, and how it came about. */
  public Violation(String found, List<Rule> rules, @Nullable Interleaving story) {
    super(found);
    this.rules = List.copyOf(rules);
    this.story = story;
  }

  /** Throws unless it holds. */
  public static void check(boolean holds, String found, Rule... rules) {
    if (!holds) {
      throw new Violation(found, rules);
    }
  }

  /** The same, with how it came about. */
  public Violation told(Interleaving how) {
    Violation told = new Violation(found(), rules, how);
    told.initCause(this);
    return told;
  }

  /** The rules that were broken. */
  public List<Rule> rules() {
    return rules;
  }

  /** What was found, without the rules. */
  public String found() {
    return String.valueOf(super.getMessage());
  }

  /** How it came about, if that can be shown. */
  public @Nullable Interleaving story() {
    return story;
  }

  @Override
  public String getMessage() {
    return rules.stream().map(Rule::name).collect(Collectors.joining(" ")) + ": " + found();
  }
}
