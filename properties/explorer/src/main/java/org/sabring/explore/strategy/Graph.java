package org.sabring.explore.strategy;

import java.util.Arrays;
import java.util.BitSet;

/** The state graph, by the numbers of states. */
final class Graph {

  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private int edges;
  private int states;
  private final BitSet ends = new BitSet();

  void edge(int source, int target) {
    if (edges == from.length) {
      from = Arrays.copyOf(from, 2 * edges);
      to = Arrays.copyOf(to, 2 * edges);
    }
    from[edges] = source;
    to[edges] = target;
    edges += target < 0 ? 0 : 1;
    states = Math.max(states, Math.max(source, target) + 1);
  }

  /** Nobody can go on by itself. */
  void end(int state) {
    ends.set(state);
    states = Math.max(states, state + 1);
  }

  long edges() {
    return edges;
  }

  /**
   * Edges in the order of their sources or targets: where each state's begin, and what they are.
   */
  private static final class Index {

    private final int[] starts;
    private final int[] others;

    Index(int[] keys, int[] values, int edges, int states) {
      starts = new int[states + 1];
      for (int i = 0; i < edges; i++) {
        starts[keys[i] + 1]++;
      }
      for (int i = 0; i < states; i++) {
        starts[i + 1] += starts[i];
      }
      int[] next = starts.clone();
      others = new int[edges];
      for (int i = 0; i < edges; i++) {
        others[next[keys[i]]++] = values[i];
      }
    }
  }

  /**
   * The first state from which no end can be reached; -1 if there is none. Whatever happens from
   * there on, the program goes round for ever.
   */
  int stuck() {
    Index sources = new Index(to, from, edges, states);
    BitSet good = (BitSet) ends.clone();
    int[] stack = new int[states];
    int size = 0;
    for (int end = ends.nextSetBit(0); end >= 0; end = ends.nextSetBit(end + 1)) {
      stack[size++] = end;
    }
    while (size > 0) {
      int state = stack[--size];
      for (int i = sources.starts[state]; i < sources.starts[state + 1]; i++) {
        int source = sources.others[i];
        if (!good.get(source)) {
          good.set(source);
          stack[size++] = source;
        }
      }
    }
    int first = good.nextClearBit(0);
    return first < states ? first : -1;
  }

  /** Whether a state leads back to itself. */
  boolean hasCycle() {
    return Double.isInfinite(paths());
  }

  /**
   * How many ways lead from state 0 to an end, in topological order; infinite if a state leads back
   * to itself.
   */
  double paths() {
    Index targets = new Index(from, to, edges, states);
    int[] open = new int[states];
    for (int i = 0; i < edges; i++) {
      open[to[i]]++;
    }
    int[] queue = new int[states];
    int size = 0;
    for (int state = 0; state < states; state++) {
      if (open[state] == 0) {
        queue[size++] = state;
      }
    }
    double[] ways = new double[Math.max(1, states)];
    ways[0] = 1;
    double paths = 0;
    for (int at = 0; at < size; at++) {
      int state = queue[at];
      paths += ends.get(state) ? ways[state] : 0;
      for (int i = targets.starts[state]; i < targets.starts[state + 1]; i++) {
        int target = targets.others[i];
        ways[target] += ways[state];
        if (--open[target] == 0) {
          queue[size++] = target;
        }
      }
    }
    return size == states ? paths : Double.POSITIVE_INFINITY;
  }
}
