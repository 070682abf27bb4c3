package org.sabring.properties.explore.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.sabring.explore.Program;
import org.sabring.explore.Schedule;
import org.sabring.explore.Schedule.Choice;

/** The predecessor of each state, and the step from it: a shortest path to every state. */
final class PredecessorMap {

  static final char NO_CHOICE = 0;

  private int[] nodes = new int[1024];
  private int[] parents = new int[1024];
  private int[] ways = new int[1024];
  private int states;
  private int last;
  private int lastWay;

  /** A step of a side, and what it chose just before it, in one number. */
  static int way(int side, char choice, char option) {
    return side << 16 | choice << 8 | option;
  }

  int states() {
    return states;
  }

  /** The node of a state. */
  int node(int state) {
    return nodes[state];
  }

  /** One state more; the first has no way. */
  void add(int node, int from, int way) {
    if (states == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * states);
      parents = Arrays.copyOf(parents, 2 * states);
      ways = Arrays.copyOf(ways, 2 * states);
    }
    nodes[states] = node;
    parents[states] = from;
    ways[states] = way;
    states++;
  }

  /** A step that ends all, from a state. */
  void last(int state, int way) {
    last = state;
    lastWay = way;
  }

  /** The schedule of that step. */
  Schedule toTheLast(Program program) {
    return schedule(last, lastWay, program);
  }

  /**
   * The schedule to the first state of a node.
   *
   * @throws IllegalArgumentException if there is none
   */
  Schedule to(int node, Program program) {
    for (int state = 0; state < states; state++) {
      if (nodes[state] == node) {
        return schedule(state, 0, program);
      }
    }
    throw new IllegalArgumentException("node=" + node + ", expected one that was reached");
  }

  private Schedule schedule(int state, int end, Program program) {
    List<Choice> all = new ArrayList<>();
    add(all, end, program);
    for (int at = state; at > 0; at = parents[at]) {
      add(all, ways[at], program);
    }
    Collections.reverse(all);
    return Schedule.of(all);
  }

  private static void add(List<Choice> all, int way, Program program) {
    if (way == 0) {
      return;
    }
    char letter = program.letter(way >> 16);
    all.add(new Choice(letter, (char) (way & 255)));
    char choice = (char) (way >> 8 & 255);
    if (choice != NO_CHOICE) {
      all.add(new Choice(letter, choice));
    }
  }
}
