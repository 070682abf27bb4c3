package org.sabring.spec.vectors;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.sabring.spec.law.MachineGraph;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.RingState;
import org.sabring.spec.law.RingStep;

/**
 * An edge cover of a state graph: schedules that take every step at least once, each from the
 * beginning. From where it is a schedule goes the shortest way to a step that none has taken yet,
 * and closes or cancels only when there is no other; when there is none at all it ends, and the
 * next begins. Always the same for the same graph.
 */
final class Cover {

  private static final List<Phase> PHASES = List.of(Phase.values());

  /** How many places there are to a state of the graph: where each side is in its call. */
  private static final int EACH = PHASES.size() * PHASES.size();

  private static final int IMPOSSIBLE = -1;

  private final MachineGraph graph;
  private final BitSet open;
  private final byte[] afters;

  /** Of a place: the search that has reached it, from which place and by which step. */
  private final int[] searches;

  private final int[] froms;
  private final int[] edges;
  private final int[] queue;
  private int search;
  private int size;

  private Cover(MachineGraph graph) {
    this.graph = graph;
    this.open = new BitSet(graph.edges());
    open.set(0, graph.edges());
    afters = afters(graph);
    int places = Math.multiplyExact(graph.states(), EACH);
    searches = new int[places];
    froms = new int[places];
    edges = new int[places];
    queue = new int[places];
  }

  /**
   * The schedules: of each the numbers of its steps in the graph, in order.
   *
   * @throws IllegalStateException if the calls of a ring cannot take every step
   */
  public static List<List<Integer>> of(MachineGraph graph) {
    Cover cover = new Cover(graph);
    List<List<Integer>> schedules = new ArrayList<>();
    while (!cover.open.isEmpty()) {
      List<Integer> schedule = cover.schedule();
      if (schedule.isEmpty()) {
        throw new IllegalStateException(
            cover.open.cardinality()
                + " steps are out of reach, the first of them "
                + graph.step(cover.open.nextSetBit(0)));
      }
      schedules.add(schedule);
    }
    return schedules;
  }

  private List<Integer> schedule() {
    List<Integer> schedule = new ArrayList<>();
    int at = 0; // the first state, both sides between two calls
    while (at >= 0) {
      at = extend(schedule, at);
    }
    return schedule;
  }

  /**
   * Goes the shortest way to a step that is open, and takes it. What lies behind a close or a
   * cancel is looked at when there is nothing before it.
   *
   * @return the place after it; -1 if there is no way
   */
  private int extend(List<Integer> schedule, int start) {
    search++;
    size = 0;
    reach(start, -1, -1);
    List<int[]> endings = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int at = queue[i];
      int state = at / EACH;
      for (int edge = graph.first(state); edge < graph.first(state + 1); edge++) {
        int to = after(at, edge);
        if (to >= 0 && ends(edge)) {
          endings.add(new int[] {at, edge});
        } else if (to >= 0 && open.get(edge)) {
          return take(schedule, at, edge);
        } else if (to >= 0) {
          reach(to, at, edge);
        }
      }
      if (i == size - 1) {
        for (int[] ending : endings) {
          if (open.get(ending[1])) {
            return take(schedule, ending[0], ending[1]);
          }
        }
        endings.forEach(ending -> reach(after(ending[0], ending[1]), ending[0], ending[1]));
        endings.clear();
      }
    }
    return -1;
  }

  private void reach(int place, int from, int edge) {
    if (searches[place] != search) {
      searches[place] = search;
      froms[place] = from;
      edges[place] = edge;
      queue[size++] = place;
    }
  }

  /** Whether a side decides to close or to cancel. */
  private boolean ends(int edge) {
    RingState to = graph.state(graph.target(edge));
    return switch (graph.step(edge)) {
      case PLoadWrite -> to.pStep() == RingStep.PClose;
      case CLoadRead -> to.cStep() == RingStep.CCancel;
      default -> false;
    };
  }

  private int take(List<Integer> schedule, int last, int edge) {
    List<Integer> way = new ArrayList<>(List.of(edge));
    for (int at = last; froms[at] >= 0; at = froms[at]) {
      way.add(edges[at]);
    }
    Collections.reverse(way);
    way.forEach(open::clear);
    schedule.addAll(way);
    return after(last, edge);
  }

  private int after(int at, int edge) {
    boolean producer = graph.step(edge).side() == RingSide.PRODUCER;
    int phases = at % EACH;
    int own = producer ? phases / PHASES.size() : phases % PHASES.size();
    int after = afters[edge * PHASES.size() + own];
    if (after == IMPOSSIBLE) {
      return -1;
    }
    int moved = after - own;
    return graph.target(edge) * EACH + phases + (producer ? moved * PHASES.size() : moved);
  }

  /** For each step, and each phase before it, the phase after it. */
  private static byte[] afters(MachineGraph graph) {
    byte[] afters = new byte[graph.edges() * PHASES.size()];
    for (int edge = 0; edge < graph.edges(); edge++) {
      RingState from = graph.state(graph.source(edge));
      RingState to = graph.state(graph.target(edge));
      for (int own = 0; own < PHASES.size(); own++) {
        Phase after = PHASES.get(own).after(graph.step(edge), from, to);
        int number = after == null ? IMPOSSIBLE : PHASES.indexOf(after);
        afters[edge * PHASES.size() + own] = (byte) number;
      }
    }
    return afters;
  }
}
