package org.sabring.explore.strategy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Exploration;
import org.sabring.explore.Finding;
import org.sabring.explore.Options;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Rest;
import org.sabring.explore.Schedule;
import org.sabring.explore.search.State;
import org.sabring.explore.search.Transition;
import org.sabring.explore.search.Transitions;

/**
 * A breadth-first search of all states. A state that equals one explored before is not explored
 * again ({@link State} says why nothing is lost), and one that breaks a promise is not explored
 * further.
 */
public final class BreadthFirst {

  private final Transitions moves;
  private final Options options;
  private final Predicate<List<Finding>> enough;
  private final LongConsumer progress;

  private final List<Way> reached = new ArrayList<>();
  private final Map<State, Integer> known = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final TreeSet<String> outcomes = new TreeSet<>();
  private final Graph graph = new Graph();

  /** The part of it that plain loads lead through. */
  private final Graph plainLoads = new Graph();

  private boolean complete = true;

  /**
   * Of a program, from its beginning.
   *
   * @param enough ends it, when there are such findings
   * @param progress hears now and then how many states there are
   */
  public BreadthFirst(
      Transitions moves, Options options, Predicate<List<Finding>> enough, LongConsumer progress) {
    this.moves = moves;
    this.options = options;
    this.enough = enough;
    this.progress = progress;
  }

  /**
   * Explores.
   *
   * @param begun when that was, in nanoseconds
   * @throws InterruptedException when interrupted
   */
  public Exploration explore(long begun) throws InterruptedException {
    try {
      reach(Way.start(moves.start()));
    } catch (PropertyViolation breach) {
      findings.add(moves.finding(breach, new Schedule("")));
    }
    for (int i = 0; i < reached.size() && !enough.test(findings); i++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (i % 4096 == 4095) {
        progress.accept(i);
      }
      expand(i);
    }
    boolean covered = complete && !enough.test(findings);
    int stuck = covered && findings.isEmpty() ? graph.stuck() : -1;
    if (stuck >= 0) {
      add(new PropertyViolation("no schedule leads from here to an end"), reached.get(stuck));
    }
    return new Exploration(
        complete,
        findings,
        Collections.unmodifiableSortedSet(outcomes),
        reached.size(),
        graph.edges(),
        covered ? graph.paths() : 0,
        moves.runs(),
        plainLoads.hasCycle(),
        (System.nanoTime() - begun) / 1e9);
  }

  private void expand(int number) {
    Way way = reached.get(number);
    List<Transition> possible = moves.from(way.to());
    for (Transition move : possible) {
      Way next = way.then(move, moves.choice(move));
      if (move.to() == null) {
        add(move.breach(), next);
      } else if (next.to().isTooLong(move.step().side())) {
        complete = false;
      } else {
        int target = reach(next);
        graph.edge(number, target);
        if (move.step().isPlainLoad()) {
          plainLoads.edge(number, target);
        }
      }
    }
    if (Transitions.isRest(possible)) {
      graph.end(number);
      Rest rest = moves.rest(way.to());
      outcomes.add(way.to().monitor().outcome(rest));
      add(moves.broken(way.to()), way);
    }
  }

  private int reach(Way way) {
    Integer old = options.merging() ? known.get(way.to()) : null;
    if (old != null) {
      return old;
    }
    if (reached.size() >= options.states()) {
      complete = false;
      return -1;
    }
    reached.add(way);
    if (options.merging()) {
      known.put(way.to(), reached.size() - 1);
    }
    return reached.size() - 1;
  }

  /** Of findings of the same kind the first is kept. */
  private void add(@Nullable PropertyViolation breach, Way way) {
    if (breach != null && findings.stream().noneMatch(finding -> isSame(finding, breach))) {
      findings.add(moves.finding(breach, way.schedule()));
    }
  }

  private static boolean isSame(Finding finding, PropertyViolation breach) {
    return breach.rules().isEmpty()
        ? finding.found().equals(breach.found())
        : finding.rules().equals(breach.rules());
  }
}
