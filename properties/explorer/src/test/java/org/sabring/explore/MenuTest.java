package org.sabring.properties.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.memory.SharedInts;
import org.sabring.properties.explore.memory.MemoryModel;

/** A side that chooses what it calls does what all the lists do that it could have been given. */
class MenuTest {

  private static final List<Operation<SharedInts>> CALLS =
      List.of(
          Operation.of("x?", m -> m.getAcquire(0)),
          Operation.of("x + 1", m -> m.getAndAdd(0, 1)),
          Operation.of(
              "x := 5",
              m -> {
                m.setRelease(0, 5);
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
    for (List<Operation<SharedInts>> first : pairs()) {
      for (List<Operation<SharedInts>> second : pairs()) {
        Program one = Program.on(1).side('P', m -> m, first).side('C', m -> m, second);
        outcomes.addAll(explore(one, model).outcomes());
      }
    }
    assertThat(explore(any, model).outcomes()).isEqualTo(outcomes).hasSizeGreaterThan(20);
  }

  private static List<List<Operation<SharedInts>>> pairs() {
    return CALLS.stream()
        .flatMap(first -> CALLS.stream().map(second -> List.of(first, second)))
        .toList();
  }

  /** Closed by its own answer: after 1 has been read it may not be called again. */
  private record UntilOne(boolean over) implements Menu<SharedInts> {
    @Override
    public List<Operation<SharedInts>> choices() {
      return over ? List.of() : CALLS.subList(0, 2);
    }

    @Override
    public Menu<SharedInts> after(Operation<SharedInts> called, Object answer) {
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
    Explorer explorer = new Explorer(program, MemoryModel.SC, Judge.NONE, Options.PLAIN);
    assertThat(explorer.replay(new Schedule("P1PPP")).lines().stream().map(line -> line.text()))
        .containsExactly(
            "", "P x + 1: word0 := 1 (atomic) -> 0", "P x?: word0 is 1 (acquire) -> 1");
  }
}
