package org.sabring.spec.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sabring.spec.law.Interleaving.Line;
import org.sabring.spec.law.ReferenceMachine.Transition;

/**
 * The state graph of a reference machine, with states and steps numbered: it is compared and
 * covered without writing every state as a text. States come in the order of their distance from
 * the beginning, which is state 0; the steps out of a state have numbers in a row.
 */
public final class MachineGraph {

  private final ReferenceMachine machine;
  private final Map<RingState, Integer> numbers = new HashMap<>();
  private final List<RingState> states = new ArrayList<>();
  private int[] firsts = new int[1024];
  private int[] targets = new int[1024];
  private RingStep[] steps = new RingStep[1024];
  private int edges;

  /** The graph of a machine: every state that it reaches, and every step. */
  public MachineGraph(ReferenceMachine machine) {
    this.machine = machine;
    reach(machine.initial());
    for (int at = 0; at < states.size(); at++) {
      expand(at);
    }
    firsts = Arrays.copyOf(firsts, states.size() + 1);
    firsts[states.size()] = edges;
  }

  private int reach(RingState state) {
    Integer known = numbers.putIfAbsent(state, states.size());
    if (known != null) {
      return known;
    }
    states.add(state);
    return states.size() - 1;
  }

  private void expand(int at) {
    if (at == firsts.length) {
      firsts = Arrays.copyOf(firsts, 2 * at);
    }
    firsts[at] = edges;
    for (Transition transition : machine.next(states.get(at))) {
      int target = reach(transition.state());
      if (edge(at, transition.step(), target, edges) < 0) {
        if (edges == targets.length) {
          targets = Arrays.copyOf(targets, 2 * edges);
          steps = Arrays.copyOf(steps, 2 * edges);
        }
        targets[edges] = target;
        steps[edges++] = transition.step();
      }
    }
  }

  private int edge(int from, RingStep step, int target, int end) {
    for (int edge = firsts[from]; edge < end; edge++) {
      if (targets[edge] == target && steps[edge] == step) {
        return edge;
      }
    }
    return -1;
  }

  /** How many states there are. */
  public int states() {
    return states.size();
  }

  /** How many different steps there are. */
  public int edges() {
    return edges;
  }

  /** A state by its number. */
  public RingState state(int number) {
    return states.get(number);
  }

  /** The number of a state; -1 if the machine does not reach it. */
  public int number(RingState state) {
    return numbers.getOrDefault(state, -1);
  }

  /** The first of the steps out of a state; those of the last state end at {@link #edges}. */
  public int first(int state) {
    return firsts[state];
  }

  /** The number of a step; -1 if the machine does not take it. */
  public int edge(int from, RingStep step, int target) {
    return edge(from, step, target, firsts[from + 1]);
  }

  /** The name of a step. */
  public RingStep step(int edge) {
    return steps[edge];
  }

  /** The state that a step leads to. */
  public int target(int edge) {
    return targets[edge];
  }

  /** The state that a step leads from. */
  public int source(int edge) {
    int at = Arrays.binarySearch(firsts, edge);
    if (at < 0) {
      return -at - 2;
    }
    while (firsts[at + 1] == edge) {
      at++; // states without a step
    }
    return at;
  }

  /** A shortest path to a state: the numbers of its steps, in order. */
  public List<Integer> way(int state) {
    int[] arrivals = new int[states.size()];
    Arrays.fill(arrivals, -1);
    for (int edge = 0; edge < edges; edge++) {
      if (arrivals[targets[edge]] < 0) {
        arrivals[targets[edge]] = edge; // states come in order, so the first arrival is the nearest
      }
    }
    List<Integer> way = new ArrayList<>();
    for (int at = state; at != 0; at = source(way.get(0))) {
      way.add(0, arrivals[at]);
    }
    return way;
  }

  /** A path as a counterexample. */
  public Interleaving story(String title, List<Integer> way) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(null, "", state(0).picture(), ""));
    for (int edge : way) {
      RingState after = state(targets[edge]);
      lines.add(after.line(step(edge), "", ""));
    }
    return new Interleaving(title, lines);
  }
}
