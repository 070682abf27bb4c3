package org.sabring.spec.law;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.sabring.spec.law.ReferenceMachine.Transition;

/** Random walks through the states of a machine. */
public final class RandomWalk {

  /**
   * Closing and cancelling are final, so they are taken once in so many times that they could be.
   */
  private static final int RARELY = 20;

  private RandomWalk() {}

  /**
   * Walks at random, until nothing can be done any more or the number of steps is reached.
   *
   * @param random decides at each step which of those possible is taken
   * @param limit how many steps at the most
   */
  public static List<Transition> random(
      ReferenceMachine machine, RandomGenerator random, int limit) {
    List<Transition> walk = new ArrayList<>();
    RingState state = machine.initial();
    while (walk.size() < limit) {
      List<Transition> possible = machine.next(state);
      if (possible.isEmpty()) {
        return walk;
      }
      Transition taken = possible.get(random.nextInt(possible.size()));
      if (isFinal(taken) && possible.size() > 1 && random.nextInt(RARELY) != 0) {
        continue;
      }
      walk.add(taken);
      state = taken.state();
    }
    return walk;
  }

  private static boolean isFinal(Transition transition) {
    return (transition.step() == RingStep.PLoadWrite
            && transition.state().pStep() == RingStep.PClose)
        || (transition.step() == RingStep.CLoadRead
            && transition.state().cStep() == RingStep.CCancel);
  }
}
