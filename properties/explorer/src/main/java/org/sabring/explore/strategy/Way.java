package org.sabring.explore.strategy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Schedule;
import org.sabring.explore.Schedule.Choice;
import org.sabring.explore.search.State;
import org.sabring.explore.search.Transition;

/**
 * A path through a program, from its beginning.
 *
 * @param to the state that it has come to; the one before it, if its last step broke a promise
 * @param before the way without its last step; null at the beginning
 * @param choice the last step
 */
record Way(State to, @Nullable Way before, @Nullable Choice choice) {

  static Way start(State state) {
    return new Way(state, null, null);
  }

  Way then(Transition move, Choice by) {
    State after = move.to();
    return new Way(after == null ? to : after, this, by);
  }

  Schedule schedule() {
    List<Choice> choices = new ArrayList<>();
    Way way = this;
    while (way.choice != null && way.before != null) {
      choices.add(way.choice);
      way = way.before;
    }
    Collections.reverse(choices);
    return Schedule.of(choices);
  }
}
