package org.sabring.explore.strategy;

import java.util.Arrays;
import java.util.BitSet;

/** The graph of states, by their numbers. */
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

  /** The edges in the order of their sources or targets: where each state's begin. */
  private static int[] starts(int[] keys, int edges, int states) {
    int[] starts = new int[states + 1];
    for (int i = 0; i < edges; i++) {
      starts[keys[i] + 1]++;
    }
    for (int i = 0; i < states; i++) {
      starts[i + 1] += starts[i];
    }
    return starts;
  }

  private static int[] sorted(int[] keys, int[] values, int edges, int[] starts) {
    int[] next = starts.clone();
    int[] sorted = new int[edges];
    for (int i = 0; i < edges; i++) {
      sorted[next[keys[i]]++] = values[i];
    }
    return sorted;
  }

  /**
   * The first state from which no end can be reached; -1 if there is none. Whatever happens from
   * there on, the program goes round for ever.
   */
  int stuck() {
    int[] starts = starts(to, edges, states);
    int[] sources = sorted(to, from, edges, starts);
    BitSet good = (BitSet) ends.clone();
    int[] stack = new int[states];
    int size = 0;
    for (int end = ends.nextSetBit(0); end >= 0; end = ends.nextSetBit(end + 1)) {
      stack[size++] = end;
    }
    while (size > 0) {
      int state = stack[--size];
      for (int i = starts[state]; i < starts[state + 1]; i++) {
        if (!good.get(sources[i])) {
          good.set(sources[i]);
          stack[size++] = sources[i];
        }
      }
    }
    int first = good.nextClearBit(0);
    return first < states ? first : -1;
  }

  /** Whether a state leads back to itself. */
  boolean hasCycle() {
    int[] starts = starts(from, edges, states);
    int[] targets = sorted(from, to, edges, starts);
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
    for (int at = 0; at < size; at++) {
      for (int i = starts[queue[at]]; i < starts[queue[at] + 1]; i++) {
        if (--open[targets[i]] == 0) {
          queue[size++] = targets[i];
        }
      }
    }
    return size < states;
  }

  /** How many ways lead from state 0 to an end; infinite if a state leads back to itself. */
  double paths() {
    int[] starts = starts(from, edges, states);
    int[] targets = sorted(from, to, edges, starts);
    int[] open = new int[states];
    for (int i = 0; i < edges; i++) {
      open[to[i]]++;
    }
    if (states == 0 || open[0] > 0) {
      return states == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    double[] ways = new double[states];
    int[] queue = new int[states];
    int size = 1;
    double paths = 0;
    ways[0] = 1;
    for (int at = 0; at < size; at++) {
      int state = queue[at];
      paths += ends.get(state) ? ways[state] : 0;
      for (int i = starts[state]; i < starts[state + 1]; i++) {
        ways[targets[i]] += ways[state];
        if (--open[targets[i]] == 0) {
          queue[size++] = targets[i];
        }
      }
    }
    return size == states ? paths : Double.POSITIVE_INFINITY;
  }
}
