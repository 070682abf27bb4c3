package org.sabring.explore.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Explorer;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.ScheduleWalk;
import org.sabring.explore.Step;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.Answers;

/** What is learned late makes void what was explored before, and whoever explores begins again. */
class SearchTest {

  private static final int LONG = 7;

  /** Both sides use the second field only if one has followed the other all the way. */
  static final class Followed {
    private volatile int counter;
    private int late;

    String lead() {
      for (int i = 1; i <= LONG; i++) {
        counter = i;
      }
      return "late " + late;
    }

    String follow() {
      for (int i = 1; i <= LONG; i++) {
        if (counter != i) {
          return "lost";
        }
      }
      late = 1;
      return "followed";
    }
  }

  private static Program program() {
    return Program.sharing(Followed::new)
        .side('P', Operation.of("lead", Followed::lead))
        .side('C', Operation.of("follow", Followed::follow))
        .program();
  }

  private static Search search(Program program) {
    return Search.of(program, MemoryModel.SC, Answers.of(2), Options.PLAIN);
  }

  /** One step of each side in turn, as long as there are any. */
  private static State alternate(Transitions moves) {
    State state = moves.start();
    int turn = 0;
    for (List<Transition> next = moves.from(state); !next.isEmpty(); next = moves.from(state)) {
      int side = turn++ % 2;
      Transition move = next.stream().filter(m -> m.step().side() == side).findFirst().orElse(null);
      State to = (move == null ? next.get(0) : move).to();
      if (to == null) {
        break;
      }
      state = to;
    }
    return state;
  }

  @Test
  void whatLearnsBeginsAgain() {
    Search search = search(program());
    AtomicInteger times = new AtomicInteger();
    State end =
        search.explore(
            moves -> {
              times.incrementAndGet();
              return alternate(moves);
            });
    assertThat(times).hasValue(2);
    assertThat(end.isDone(0)).isTrue();
    assertThat(end.isDone(1)).isTrue();
    times.set(0);
    search.explore(moves -> times.incrementAndGet());
    assertThat(times).hasValue(1);
  }

  @Test
  void anExplorationKnowsWhatItLearnsLate() throws Exception {
    assertThat(
            new Explorer(program(), MemoryModel.SC, Answers.of(2), Options.PLAIN)
                .explore()
                .outcomes())
        .contains("late 1; followed", "late 0; followed", "late 0; lost");
  }

  @Test
  void aWalkGoesOnWithWhatAnotherHasLearned() {
    Program program = program();
    ScheduleWalk walk = new ScheduleWalk(program, MemoryModel.SC, Answers.of(2), Options.PLAIN);
    take(walk, 0);
    search(program).explore(SearchTest::alternate);
    for (int i = 1; i < LONG; i++) {
      take(walk, 1);
      take(walk, 0);
    }
    take(walk, 1);
    take(walk, 1);
    assertThat(walk.steps()).extracting(Step::side).containsOnly(0);
    take(walk, 0);
    assertThat(walk.steps()).isEmpty();
    assertThat(walk.story("").toString()).contains("late 1");
  }

  private static void take(ScheduleWalk walk, int side) {
    List<Step> steps = walk.steps();
    for (int place = 0; place < steps.size(); place++) {
      if (steps.get(place).side() == side) {
        walk.take(place);
        return;
      }
    }
    throw new AssertionError("side " + side + " has no step: " + steps);
  }
}
