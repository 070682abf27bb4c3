package org.sabring.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Schedule.Choice;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Words;
import org.sabring.explore.search.Search;
import org.sabring.explore.search.State;
import org.sabring.explore.search.Transition;
import org.sabring.explore.search.Transitions;
import org.sabring.explore.strategy.FewestSwitches;

/** What is found is shown in the smallest program, with the fewest switches. */
class SmallestTest {

  private static final Operation<Words> NOTHING =
      Operation.of("nothing", m -> m.load(Mode.PLAIN, 1));

  private static final Operation<Words> COUNT =
      Operation.of(
          "count to 3",
          m -> {
            m.store(Mode.OPAQUE, 0, 1);
            m.store(Mode.OPAQUE, 0, 2);
            m.store(Mode.OPAQUE, 0, 3);
            return Operation.DONE;
          });

  private static final Operation<Words> LOOK_TWICE =
      Operation.of("look twice", m -> 10 * m.load(Mode.OPAQUE, 0) + m.load(Mode.OPAQUE, 0));

  /** Must not see 0 and then 1, which takes three steps, or 3 twice, which takes two sides. */
  private record Forbidding() implements Monitor {
    @Override
    public Monitor returned(int side, Operation<?> operation, Object answer) {
      if (answer.equals(1) || answer.equals(33)) {
        throw new PropertyViolation("saw " + answer);
      }
      return this;
    }
  }

  private static final Program PROGRAM =
      Program.on(2)
          .side('P', m -> m, NOTHING, COUNT, NOTHING)
          .side('C', m -> m, NOTHING, LOOK_TWICE);

  private static Smallest smallest(Program program, Options options) throws Exception {
    return Objects.requireNonNull(
        Smallest.of(program, MemoryModel.SC, new Forbidding(), options, finding -> true));
  }

  @Test
  void theShortestScheduleIsNotTheOneThatIsEasiestToRead() throws Exception {
    Exploration all =
        new Explorer(PROGRAM, MemoryModel.SC, new Forbidding(), Options.PLAIN).explore();
    assertThat(all.findings().get(0).found()).isEqualTo("saw 1");
    Smallest smallest = smallest(PROGRAM, Options.PLAIN);
    assertThat(smallest).hasToString("P: count to 3; C: look twice, schedule PPPCC: saw 33");
  }

  @Test
  void noScheduleHasFewerSwitches() throws Exception {
    for (MemoryModel model : MemoryModel.values()) {
      Search search = Search.of(PROGRAM, model, new Forbidding(), Options.PLAIN);
      Finding finding =
          calmest(search, found -> found.found().equals("saw 1"), 100_000).orElseThrow();
      int fewest = search.explore(moves -> fewest(moves, moves.start(), -1, 0));
      assertThat(switches(finding.schedule())).isEqualTo(fewest);
    }
  }

  private static Optional<Finding> calmest(Search search, Predicate<Finding> same, int most) {
    return search.explore(moves -> new FewestSwitches(moves, same).find(most));
  }

  /** By trying every schedule to its end. */
  private static int fewest(Transitions moves, State state, int last, int switches) {
    int fewest = Integer.MAX_VALUE;
    for (Transition move : moves.from(state)) {
      int side = move.step().isAccess() ? move.step().side() : last;
      int all = last >= 0 && side != last ? switches + 1 : switches;
      State to = move.to();
      PropertyViolation breach = move.breach();
      if (to != null) {
        fewest = Math.min(fewest, fewest(moves, to, side, all));
      } else if (breach != null && breach.found().equals("saw 1")) {
        fewest = Math.min(fewest, all);
      }
    }
    return fewest;
  }

  private static int switches(Schedule schedule) {
    int switches = 0;
    Choice before = null;
    for (Choice choice : schedule.choices()) {
      if (choice.option() != Step.DRAINS) {
        switches += before != null && before.letter() != choice.letter() ? 1 : 0;
        before = choice;
      }
    }
    return switches;
  }

  @Test
  void aScheduleThatEndsWithoutAStepIsFoundToo() throws Exception {
    Operation<Words> waits = Operation.of("wait", m -> m.await(0, 0, Words.FOREVER));
    Program program = Program.on(1).side('P', m -> m, waits).side('C', m -> m, waits);
    Monitor awake =
        new Monitor() {
          @Override
          public void rested(Rest rest) {
            throw new PropertyViolation("sleeps");
          }
        };
    Smallest smallest = Smallest.of(program, MemoryModel.SC, awake, Options.PLAIN, finding -> true);
    assertThat(smallest).hasToString("P: wait; C: , schedule P: sleeps");
  }

  @Test
  void whatLiesTooFarAwayIsShownByTheShortestWay() throws Exception {
    Search search = Search.of(PROGRAM, MemoryModel.SC, new Forbidding(), Options.PLAIN);
    assertThat(calmest(search, finding -> true, 3)).isEmpty();
  }
}
