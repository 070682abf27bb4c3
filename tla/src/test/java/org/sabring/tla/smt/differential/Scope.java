package org.sabring.tla.smt.differential;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an expression may name.
 *
 * @param names what stands for a value, with its type
 * @param primed the variables whose next value may be asked for
 * @param operators whether it may apply the operators of the module
 */
record Scope(List<Named> names, Set<String> primed, boolean operators) {

  /** The types of values. */
  enum ValueType {
    INTEGER,
    BOOLEAN,
    TEXT,
    FUNCTION,
    /** A sequence of integers. */
    SEQUENCE,
    /** An integer and a boolean. */
    PAIR,
    /** Of a name that stands for no value. */
    NONE
  }

  /**
   * A name.
   *
   * @param variable whether it is a variable, and not rigid
   * @param cell whether it is an integer for which functions are defined
   */
  record Named(String name, ValueType type, boolean variable, boolean cell) {}

  /** With one more name that is bound. */
  Scope with(String name, ValueType type, boolean cell) {
    List<Named> more = new ArrayList<>(names);
    more.add(new Named(name, type, false, cell));
    return new Scope(more, primed, operators);
  }

  /** With one more variable whose next value may be asked for. */
  Scope priming(String variable) {
    Set<String> more = new HashSet<>(primed);
    more.add(variable);
    return new Scope(names, more, operators);
  }

  /** Where no next value may be asked for. */
  Scope unprimed() {
    return new Scope(names, Set.of(), operators);
  }

  /** Whether all variables have next values. */
  boolean allPrimed() {
    return names.stream().allMatch(n -> !n.variable() || primed.contains(n.name()));
  }

  boolean has(String name) {
    return names.stream().anyMatch(n -> n.name().equals(name));
  }

  List<Named> of(ValueType type) {
    return names.stream().filter(n -> n.type() == type).toList();
  }
}
