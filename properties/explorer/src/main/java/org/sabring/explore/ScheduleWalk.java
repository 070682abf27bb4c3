package org.sabring.explore;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Schedule.Choice;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.search.Search;
import org.sabring.explore.search.State;
import org.sabring.explore.search.Transition;
import org.sabring.explore.search.Transitions;

/**
 * One execution of a program, step by step. Whoever walks chooses among the steps that are
 * possible; the walk ends when nobody can go on by itself, or a promise is broken.
 */
public final class ScheduleWalk {

  /**
   * Where it has come to.
   *
   * @param possible the steps from there
   * @param breach what was broken, by the last step or in the end
   */
  private record Here(
      Transitions moves,
      State state,
      List<Transition> possible,
      @Nullable PropertyViolation breach) {

    static Here at(State state, Transitions moves) {
      List<Transition> possible = moves.from(state);
      return Transitions.isRest(possible)
          ? new Here(moves, state, List.of(), moves.broken(state))
          : new Here(moves, state, possible, null);
    }
  }

  private final Search search;
  private final List<Choice> choices = new ArrayList<>();
  private Here here;

  /** A walk that has not taken a step. */
  public ScheduleWalk(Program program, MemoryModel model, Monitor monitor, Options options) {
    this(Search.of(program, model, monitor, options));
  }

  ScheduleWalk(Search search) {
    this.search = search;
    here = search.explore(moves -> Here.at(moves.start(), moves));
  }

  /** The steps that are possible now, in an order that is always the same; none at the end. */
  public List<Step> steps() {
    return here.possible().stream().map(Transition::step).toList();
  }

  /** Takes one of the steps that are possible, by its place among them. */
  public void take(int place) {
    Transition move = here.possible().get(place);
    Transitions before = here.moves();
    choices.add(before.choice(move));
    State to = move.to();
    here =
        to == null
            ? new Here(before, here.state(), List.of(), move.breach())
            : search.explore(
                moves -> Here.at(moves.equals(before) ? to : moves.after(schedule()), moves));
  }

  /** What was broken, by the last step or in the end. */
  public @Nullable PropertyViolation breach() {
    return here.breach();
  }

  /** What the monitor tells apart, of a walk that has ended without a breach. */
  String outcome() {
    return here.state().monitor().outcome(here.moves().rest(here.state()));
  }

  /** The call that a side is in, or makes next; null when it has made all, or has to choose. */
  public @Nullable Object call(int side) {
    return here.state().call(side);
  }

  /** Whether a side has taken a step of its call. */
  public boolean isInside(int side) {
    return here.state().hasBegun(side);
  }

  /** Whether a side sleeps. */
  public boolean isAsleep(int side) {
    return here.state().isAsleep(side);
  }

  /** How many steps were taken. */
  public int length() {
    return choices.size();
  }

  /** The steps that were taken. */
  public Schedule schedule() {
    return Schedule.of(choices);
  }

  /** What was broken in the end, with the way to it. */
  public Finding finding(PropertyViolation broken) {
    return search.finding(broken, schedule());
  }

  /** The same, told line by line. */
  public Story story(String title) {
    return search.story(schedule(), title);
  }
}
