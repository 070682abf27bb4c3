package org.sabring.explore.monitor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.sabring.explore.monitor.CallAgenda.Coming;
import org.sabring.explore.monitor.SequentialModel.Applied;

/**
 * A search among partial orders of calls: what may become of them, by calls that have returned and
 * by calls that may come.
 */
final class Outlook<S> {

  /** After so many placements one is taken to have a way to its end. */
  private static final int MOST = 20_000;

  /**
   * A placement, with calls placed that may come.
   *
   * @param coming of each side those that are left
   */
  private record Guess<S>(Placement<S> placement, List<List<Object>> coming) {}

  private final SequentialModel<S> model;
  private final CallAgenda agenda;

  /** The guesses from which no way leads to an end. */
  private final Set<Guess<S>> dead = new HashSet<>();

  Outlook(SequentialModel<S> model, CallAgenda agenda) {
    this.model = model;
    this.agenda = agenda;
  }

  /**
   * Those that calls to come may go on from, of some and all that these become by calls that have
   * returned. Where no side is at its end, the next call is among those that have returned; so what
   * it leads to is there, and that is enough.
   */
  Set<Placement<S>> frontier(Set<Placement<S>> some) {
    Set<Placement<S>> all =
        PersistentCollections.closure(
            some,
            one ->
                sides()
                    .filter(side -> isNext(side, one) && !one.isPlaced(side))
                    .mapToObj(side -> one.next(model, side))
                    .flatMap(List::stream)
                    .toList());
    all.removeIf(one -> !isFrontier(one) || !canEnd(one));
    return Set.copyOf(all);
  }

  private boolean isFrontier(Placement<S> one) {
    return isEnd(one)
        || sides().anyMatch(side -> goesOn(side, one) && !agenda.sides().get(side).isOver());
  }

  private IntStream sides() {
    return IntStream.range(0, agenda.sides().size());
  }

  /** Whether what a side does next is a call that may come. */
  private boolean goesOn(int side, Placement<S> one) {
    return isNext(side, one) && one.isPlaced(side);
  }

  /** Whether a side's call may be placed: those of the last sides when no others are left. */
  private boolean isNext(int side, Placement<S> one) {
    return !agenda.isLast(side) || (agenda.closed() && isPlaced(one, false));
  }

  /** Whether all calls that have returned are placed, but for those whose time has not come. */
  private boolean isEnd(Placement<S> one) {
    return isPlaced(one, agenda.closed());
  }

  private boolean isPlaced(Placement<S> one, boolean withLast) {
    return sides().allMatch(side -> one.isPlaced(side) || (!withLast && agenda.isLast(side)));
  }

  /** Whether calls that may come can let all be placed that have returned. */
  boolean canEnd(Placement<S> one) {
    Guess<S> start = guess(one);
    Set<Guess<S>> seen = new HashSet<>();
    Deque<Guess<S>> todo = new ArrayDeque<>(List.of(start));
    while (!todo.isEmpty()) {
      Guess<S> guess = todo.pop();
      if (dead.contains(guess) || !seen.add(guess)) {
        continue;
      }
      if (isEnd(guess.placement()) || isAnythingPossible(guess) || seen.size() > MOST) {
        return true;
      }
      next(guess).forEach(todo::push);
    }
    dead.addAll(seen);
    return false;
  }

  private Guess<S> guess(Placement<S> one) {
    return new Guess<>(one, agenda.sides().stream().map(Coming::calls).toList());
  }

  private boolean isAnythingPossible(Guess<S> guess) {
    return sides()
        .anyMatch(side -> agenda.sides().get(side).open() && goesOn(side, guess.placement()));
  }

  /** Those by calls that have returned are the last of them. */
  private List<Guess<S>> next(Guess<S> guess) {
    Placement<S> placement = guess.placement();
    List<Guess<S>> next = new ArrayList<>();
    List<Guess<S>> heard = new ArrayList<>();
    for (int side = 0; side < agenda.sides().size(); side++) {
      if (goesOn(side, placement)) {
        addComing(next, guess, side);
      } else if (isNext(side, placement)) {
        placement.next(model, side).forEach(one -> heard.add(new Guess<>(one, guess.coming())));
      }
    }
    next.addAll(heard);
    return next;
  }

  private void addComing(List<Guess<S>> next, Guess<S> guess, int side) {
    List<Object> calls = guess.coming().get(side);
    for (int index = 0; index < calls.size(); index++) {
      for (Applied<S> applied : apply(guess, side, index)) {
        List<Object> rest = new ArrayList<>(calls.subList(index + 1, calls.size()));
        if (!applied.over()) {
          rest.add(0, applied.result());
        }
        List<List<Object>> coming =
            PersistentCollections.with(guess.coming(), side, List.copyOf(rest));
        next.add(new Guess<>(guess.placement().in(applied.state()), coming));
      }
    }
  }

  private List<Applied<S>> apply(Guess<S> guess, int side, int index) {
    return model.apply(guess.placement().state(), side, guess.coming().get(side).get(index));
  }

  /** What a side's calls that may come could answer, wherever they can be placed. */
  Set<Object> answers(Set<Placement<S>> some, int side) {
    Set<Object> answers = new HashSet<>();
    Set<Guess<S>> seen = new HashSet<>();
    Deque<Guess<S>> todo = new ArrayDeque<>();
    some.forEach(one -> todo.push(guess(one)));
    while (!todo.isEmpty() && seen.size() <= MOST) {
      Guess<S> guess = todo.pop();
      if (seen.add(guess)) {
        if (goesOn(side, guess.placement())) {
          for (int index = 0; index < guess.coming().get(side).size(); index++) {
            apply(guess, side, index).stream()
                .filter(Applied::over)
                .forEach(applied -> answers.add(applied.result()));
          }
        }
        next(guess).forEach(todo::push);
      }
    }
    return answers;
  }
}
