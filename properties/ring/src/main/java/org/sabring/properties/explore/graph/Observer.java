package org.sabring.properties.explore.graph;

import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Step;
import org.sabring.explore.search.State;

/**
 * Projects concrete states of a program to abstract ones: states with equal projection share a
 * node. It is told of every step between nodes, in the order of their distance from the beginning.
 */
public interface Observer {

  /**
   * The node that a state looks like: 0 or more, and always the same; negative if it does not know
   * what it sees. It is the last step's end, and told of by {@link #step} next.
   */
  int node(State state);

  /**
   * A step leads from one node to another.
   *
   * @param from the node before it
   * @param state the state after it
   * @param to the node after it
   * @return whether to go on
   */
  boolean step(int from, Step step, State state, int to);

  /** A step breaks a promise: that ends the walk. */
  void broken(int from, Step step, PropertyViolation breach);
}
