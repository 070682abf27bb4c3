package org.sabring.properties.explore.quotient;

import org.sabring.explore.Breach;
import org.sabring.explore.Step;
import org.sabring.explore.search.State;

/**
 * A beholder who sees less of a program than there is: what looks alike to it is one node of its
 * graph. It is told of every step that it can see, in the order of their distance from the
 * beginning.
 */
public interface Onlooker {

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
  void broken(int from, Step step, Breach breach);
}
