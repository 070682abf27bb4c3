package org.sabring.spec.law;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;

/**
 * A state graph: every state that a system can reach, and every step between two of them. Graphs of
 * the same system are equal, whether TLC, the reference machine or the explorer made them.
 *
 * <p>A state is written as its variables in alphabetical order, {@code cElement=0 cRead=1 ...}; a
 * function as its values in order of its domain, {@code slot=[1, 0]}.
 *
 * @param initial where it begins
 * @param edges the steps out of each state; every state is a key
 */
public record StateGraph(Set<String> initial, Map<String, Set<Edge>> edges) {

  /**
   * A step.
   *
   * @param step its name, as in TLA+ and in Java
   * @param target the state after it
   */
  public record Edge(String step, String target) {}

  public StateGraph {
    initial = Collections.unmodifiableSet(new LinkedHashSet<>(initial));
    edges = Collections.unmodifiableMap(new LinkedHashMap<>(edges));
  }

  /** A state written in the form of the nodes of a graph. */
  public static String node(SortedMap<String, ?> variables) {
    StringJoiner node = new StringJoiner(" ");
    variables.forEach((name, value) -> node.add(name + "=" + value));
    return node.toString();
  }

  /** How many states there are. */
  public int states() {
    return edges.size();
  }

  /** How many different steps there are; steps that change nothing count as well. */
  public int steps() {
    return edges.values().stream().mapToInt(Set::size).sum();
  }
}
