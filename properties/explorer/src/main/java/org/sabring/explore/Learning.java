package org.sabring.explore;

import java.util.List;
import java.util.Random;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.runtime.Execution.Learned;

/**
 * A first look at a program, by random schedules: which locations its sides share. An exploration
 * that finds out later begins again, so this is about time alone.
 */
final class Learning {

  private static final int WALKS = 3;
  private static final int STEPS = 1000;

  private final Program program;

  Learning(Program program) {
    this.program = program;
  }

  void learn() {
    Scene scene = program.scene();
    if (scene.isLearned()) {
      return;
    }
    Random random = new Random(1);
    for (int walk = 0; walk < WALKS; ) {
      try {
        walk(random);
        walk++;
      } catch (Learned learned) {
        scene.forget();
      }
    }
    scene.setLearned();
  }

  private void walk(Random random) {
    Moves moves = new Moves(program, MemoryModel.SC, new Careless(), Options.PLAIN);
    try {
      State state = moves.start();
      for (int step = 0; step < STEPS && state != null; step++) {
        List<Move> possible = moves.from(state);
        if (possible.isEmpty()) {
          return;
        }
        state = possible.get(random.nextInt(possible.size())).to();
      }
    } catch (Breach breach) {
      // whoever explores will find it, too
    }
  }

  /** A judge that lets pass whatever comes. */
  private record Careless() implements Judge {
    @Override
    public Judge returned(int side, Operation<?> operation, Object answer) {
      return this;
    }

    @Override
    public void rested(Rest rest) {}
  }
}
