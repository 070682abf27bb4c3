package org.sabring.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Schedule.Choice;

/**
 * Looks for a schedule that is easy to read: of all that break a promise one with the fewest
 * switches from side to side, and of those one with the fewest steps. What happens from outside,
 * and what the memory does by itself, is no switch.
 *
 * <p>These are shortest paths, where a step costs a switch first and itself second. A state is left
 * once for each side that may have acted last, because the cost of what follows depends on nothing
 * else.
 */
final class FewestSwitches {

  private static final int NOBODY = -1;

  private record Place(State state, int last) {}

  /** A way to a place; with a breach, one step beyond it. */
  private record Way(
      Place to,
      @Nullable Breach breach,
      int switches,
      int steps,
      int number,
      @Nullable Way before,
      @Nullable Choice choice) {

    Way then(Move move, Choice choice, int number) {
      Step step = move.step();
      int last = step.isAccess() ? step.side() : to.last;
      boolean switched = to.last != NOBODY && last != to.last;
      State state = move.to() == null ? to.state : move.to();
      Place place = new Place(state, last);
      return new Way(
          place,
          move.breach(),
          switched ? switches + 1 : switches,
          steps + 1,
          number,
          this,
          choice);
    }

    Schedule schedule() {
      List<Choice> choices = new ArrayList<>();
      Way way = this;
      for (Choice c = way.choice; c != null && way.before != null; c = way.choice) {
        choices.add(c);
        way = way.before;
      }
      Collections.reverse(choices);
      return Schedule.of(choices);
    }
  }

  private final Program program;
  private final Moves moves;
  private final Predicate<Finding> same;
  private final Set<Place> left = new HashSet<>();

  /** How many ways were found: of equals the first is taken, with the ordinary options. */
  private int found;

  private final PriorityQueue<Way> ways =
      new PriorityQueue<>(
          Comparator.comparingInt(Way::switches)
              .thenComparingInt(Way::steps)
              .thenComparingInt(Way::number));

  /**
   * @param same which findings are looked for
   */
  FewestSwitches(Program program, Moves moves, Predicate<Finding> same) {
    this.program = program;
    this.moves = moves;
    this.same = same;
  }

  /**
   * Looks for it.
   *
   * @param most how many places to leave
   * @return null if there is none, or it lies further away
   */
  @Nullable Finding find(int most) {
    Move begin = moves.begin();
    Breach atOnce = begin.breach();
    if (atOnce != null) {
      Finding finding = Replay.finding(program, moves, atOnce, new Schedule(""));
      return same.test(finding) ? finding : null;
    }
    Place start = new Place(Objects.requireNonNull(begin.to()), NOBODY);
    ways.add(new Way(start, null, 0, 0, 0, null, null));
    while (!ways.isEmpty() && left.size() < most) {
      Way way = ways.remove();
      boolean anew = way.breach() == null && left.add(way.to());
      Breach breach = anew ? leave(way) : way.breach();
      if (breach != null) {
        Finding finding = Replay.finding(program, moves, breach, way.schedule());
        if (same.test(finding)) {
          return finding;
        }
      }
    }
    return null;
  }

  /** Goes on from there; a breach if there is nothing to go on with, and that breaks a promise. */
  private @Nullable Breach leave(Way way) {
    State state = way.to().state();
    boolean rests = true;
    for (Move move : moves.from(state)) {
      Step step = move.step();
      rests &= !step.isOwn();
      Choice choice = new Choice(program.letter(step.side()), step.option());
      ways.add(way.then(move, choice, ++found));
    }
    try {
      if (rests) {
        state.judge().rested(new Rest(state, program));
      }
      return null;
    } catch (Breach breach) {
      return breach;
    }
  }
}
