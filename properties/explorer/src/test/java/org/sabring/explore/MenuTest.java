package org.sabring.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.monitor.Answers;
import org.sabring.explore.runtime.Words;

/** A side that chooses what it calls does what all the lists do that it could have been given. */
class MenuTest {

  private static final List<Operation<Words>> CALLS =
      List.of(
          Operation.of("x?", m -> m.load(Mode.ACQUIRE, 0)),
          Operation.of("x + 1", m -> m.getAndAdd(0, 1)),
          Operation.of(
              "x := 5",
              m -> {
                m.store(Mode.RELEASE, 0, 5);
                return Operation.DONE;
              }));

  private static Exploration explore(Program program, MemoryModel model)
      throws InterruptedException {
    return new Explorer(program, model, Answers.of(2, 0), Options.PLAIN).explore();
  }

  @ParameterizedTest
  @EnumSource
  void anyTwoCallsOfEachSideInAnyOrder(MemoryModel model) throws Exception {
    Program any =
        Program.on(1)
            .side('P', m -> m, Menu.anyOf(2, CALLS))
            .side('C', m -> m, Menu.anyOf(2, CALLS));
    TreeSet<String> outcomes = new TreeSet<>();
    for (List<Operation<Words>> first : pairs()) {
      for (List<Operation<Words>> second : pairs()) {
        Program one = Program.on(1).side('P', m -> m, first).side('C', m -> m, second);
        outcomes.addAll(explore(one, model).outcomes());
      }
    }
    assertThat(explore(any, model).outcomes()).isEqualTo(outcomes).hasSizeGreaterThan(20);
  }

  private static List<List<Operation<Words>>> pairs() {
    return CALLS.stream()
        .flatMap(first -> CALLS.stream().map(second -> List.of(first, second)))
        .toList();
  }

  /** Closed by its own answer: after 1 has been read it may not be called again. */
  private record UntilOne(boolean over) implements Menu<Words> {
    @Override
    public List<Operation<Words>> choices() {
      return over ? List.of() : CALLS.subList(0, 2);
    }

    @Override
    public Menu<Words> after(Operation<Words> called, Object answer) {
      return new UntilOne(answer.equals(1));
    }
  }

  @Test
  void theMenuDependsOnTheAnswers() throws Exception {
    Program program = Program.on(1).side('P', m -> m, new UntilOne(false));
    Explorer explorer =
        new Explorer(program, MemoryModel.SC, Answers.of(1, 0), Options.PLAIN.states(100));
    assertThat(explorer.explore().outcomes()).contains("0 1; word0=1", "0 1; word0=2");
  }

  @Test
  void aChoiceIsAStepOfTheSchedule() {
    Program program = Program.on(1).side('P', m -> m, Menu.anyOf(2, CALLS));
    Explorer explorer = new Explorer(program, MemoryModel.SC, Monitor.NONE, Options.PLAIN);
    assertThat(explorer.replay(new Schedule("P1PPP")).lines().stream().map(line -> line.text()))
        .containsExactly("", "x + 1: word0 := 1 (atomic) -> 0", "x?: word0 is 1 (acquire) -> 1");
  }
}
