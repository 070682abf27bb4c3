package org.sabring.explore.strategy;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Finding;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Schedule;
import org.sabring.explore.Step;
import org.sabring.explore.search.State;
import org.sabring.explore.search.Transition;
import org.sabring.explore.search.Transitions;

/**
 * A shortest-path search for a schedule that is easy to read: of all that break a promise one with
 * the fewest context switches, and of those one with the fewest steps. What happens from outside,
 * and what the memory does by itself, is no switch.
 *
 * <p>These are shortest paths, where a step costs a switch first and itself second. A state is left
 * once for each side that may have acted last, because the cost of what follows depends on nothing
 * else.
 */
public final class FewestSwitches {

  private static final int NOBODY = -1;

  private record Place(State state, int last) {}

  /**
   * A way, and what it costs.
   *
   * @param last who has acted last
   * @param breach what its last step broke
   */
  private record Costly(
      Way way, int last, @Nullable PropertyViolation breach, int switches, int steps, int number) {

    Place place() {
      return new Place(way.to(), last);
    }
  }

  private final Transitions moves;
  private final Predicate<Finding> same;
  private final Set<Place> left = new HashSet<>();

  /** How many ways were found: of equals the first is taken, with the ordinary options. */
  private int found;

  private final PriorityQueue<Costly> ways =
      new PriorityQueue<>(
          Comparator.comparingInt(Costly::switches)
              .thenComparingInt(Costly::steps)
              .thenComparingInt(Costly::number));

  /**
   * Of a program, from its beginning.
   *
   * @param same which findings are looked for
   */
  public FewestSwitches(Transitions moves, Predicate<Finding> same) {
    this.moves = moves;
    this.same = same;
  }

  /**
   * The finding with such a schedule.
   *
   * @param most how many states to leave, once for each side that acted last; beyond, none is found
   */
  public Optional<Finding> find(int most) {
    try {
      ways.add(new Costly(Way.start(moves.start()), NOBODY, null, 0, 0, 0));
    } catch (PropertyViolation breach) {
      return Optional.of(moves.finding(breach, new Schedule(""))).filter(same);
    }
    while (!ways.isEmpty() && left.size() < most) {
      Costly one = ways.remove();
      boolean anew = one.breach() == null && left.add(one.place());
      PropertyViolation breach = anew ? leave(one) : one.breach();
      if (breach != null) {
        Finding finding = moves.finding(breach, one.way().schedule());
        if (same.test(finding)) {
          return Optional.of(finding);
        }
      }
    }
    return Optional.empty();
  }

  /** Goes on from there; a breach if there is nothing to go on with, and that breaks a promise. */
  private @Nullable PropertyViolation leave(Costly from) {
    List<Transition> possible = moves.from(from.way().to());
    for (Transition move : possible) {
      Step step = move.step();
      int last = step.isAccess() ? step.side() : from.last();
      int switches = from.switches() + (from.last() != NOBODY && last != from.last() ? 1 : 0);
      Way way = from.way().then(move, moves.choice(move));
      ways.add(new Costly(way, last, move.breach(), switches, from.steps() + 1, ++found));
    }
    return Transitions.isRest(possible) ? moves.broken(from.way().to()) : null;
  }
}
