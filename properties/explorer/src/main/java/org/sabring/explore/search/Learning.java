package org.sabring.explore.search;

import java.util.List;
import java.util.Random;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Rest;
import org.sabring.explore.memory.MemoryModel;

/**
 * A warm-up by random schedules, which finds out which locations the sides share. An exploration
 * that finds out later begins again, so this is about time alone.
 */
final class Learning {

  private static final int WALKS = 3;
  private static final int STEPS = 1000;

  private Learning() {}

  /** Looks at a program, once. Of one side there is nothing to find out. */
  static void of(Program program) {
    LoadedProgram scene = program.scene();
    if (program.count() == 1 || !scene.learns()) {
      return;
    }
    Search search = Search.of(program, MemoryModel.SC, new Careless(), Options.PLAIN);
    Random random = new Random(1);
    for (int walk = 0; walk < WALKS; walk++) {
      search.repeat(moves -> walk(moves, random));
    }
  }

  /** Answers how far it has come. */
  private static int walk(Transitions moves, Random random) {
    int step = 0;
    try {
      State state = moves.start();
      while (state != null && step < STEPS) {
        List<Transition> possible = moves.from(state);
        if (possible.isEmpty()) {
          break;
        }
        state = possible.get(random.nextInt(possible.size())).to();
        step++;
      }
    } catch (PropertyViolation breach) {
      // whoever explores will find it, too
    }
    return step;
  }

  /** A monitor that lets pass whatever comes. */
  private record Careless() implements Monitor {
    @Override
    public Monitor returned(int side, Operation<?> operation, Object answer) {
      return this;
    }

    @Override
    public void rested(Rest rest) {}
  }
}
