package org.sabring.properties.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sabring.memory.SharedInts;
import org.sabring.properties.explore.memory.MemoryModel;
import org.sabring.spec.verdict.Status;

/** What code may do under the explorer, and what it says of code that it cannot follow. */
class PlayerTest {

  /** Holds a number between its operations. */
  private static final class Counter {
    private final SharedInts memory;
    private int calls;

    Counter(SharedInts memory) {
      this.memory = memory;
    }

    int count() {
      calls++;
      return memory.getAndAdd(0, calls);
    }
  }

  /** Holds something that changes where nobody sees it. */
  private static final class Keeper {
    private final SharedInts memory;
    private final List<Integer> kept = new ArrayList<>();

    Keeper(SharedInts memory) {
      this.memory = memory;
    }

    int keep() {
      kept.add(memory.getVolatile(0));
      return kept.size();
    }
  }

  private static Exploration explore(Program program) throws InterruptedException {
    return new Explorer(program, MemoryModel.SC, Answers.of(1, 0), Options.PLAIN).explore();
  }

  private static Exploration explore(Operation<SharedInts> operation) throws InterruptedException {
    return explore(Program.on(1).side('P', m -> m, operation));
  }

  /** A finding is told by a replay, on objects whose code has been run many times by then. */
  @Test
  void aReplayBeginsWithWhatTheObjectHeldWhenItWasMade() throws Exception {
    Operation<Counter> fail =
        Operation.of(
            "fail",
            counter -> {
              if (counter.count() > 0) {
                throw new IllegalStateException("counted before");
              }
              return "counted";
            });
    Program program = Program.on(1).side('P', Counter::new, fail, fail);
    List<Finding> findings =
        new Explorer(program, MemoryModel.SC, Answers.of(1, 0), Options.PLAIN).explore().findings();
    assertThat(findings).hasSize(1);
    List<String> lines = findings.get(0).story().draw();
    assertThat(lines).anyMatch(line -> line.contains("word0=1")).noneMatch(l -> l.contains("=5"));
  }

  @Test
  void whatAnObjectHoldsGoesFromOneOperationToTheNext() throws Exception {
    Operation<Counter> count = Operation.of("count", Counter::count);
    Program program = Program.on(1).side('P', Counter::new, count, count, count);
    assertThat(explore(program).outcomes()).containsExactly("0 1 3; word0=6");
  }

  @Test
  void whatAConstructorStoresIsThereBeforeAnybodyBegins() throws Exception {
    Operation<Integer> read = Operation.of("read", held -> held);
    Program program =
        Program.on(1)
            .side(
                'P',
                memory -> {
                  memory.setPlain(0, 7);
                  return memory.getPlain(0);
                },
                read);
    assertThat(explore(program).outcomes()).containsExactly("7; word0=7");
  }

  @Test
  void anObjectThatHoldsWhatCannotBeFollowedIsRefused() {
    Program program = Program.on(1).side('P', Keeper::new, Operation.of("keep", Keeper::keep));
    assertThatThrownBy(() -> explore(program))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.util.ArrayList");
  }

  @Test
  void codeThatIsNotDeterministicIsRefused() {
    int[] calls = {0};
    Operation<SharedInts> fickle =
        Operation.of("fickle", m -> m.getVolatile(calls[0]++ % 2 == 0 ? 0 : 1));
    Program program = Program.on(2).side('P', m -> m, fickle);
    assertThatThrownBy(() -> explore(program))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not deterministic");
  }

  @Test
  void aFinallyBlockDoesNothingWhenTheOperationIsStopped() throws Exception {
    Operation<SharedInts> locked =
        Operation.of(
            "locked",
            m -> {
              try {
                return m.getVolatile(0);
              } finally {
                m.setVolatile(0, 5);
              }
            });
    Exploration exploration = explore(locked);
    assertThat(exploration.outcomes()).containsExactly("0; word0=5");
    assertThat(exploration.states()).isEqualTo(3);
  }

  @Test
  void anExceptionIsAFinding() throws Exception {
    Exploration exploration = explore(Operation.of("miss", m -> m.getPlain(3)));
    assertThat(exploration.status()).isEqualTo(Status.FAIL);
    assertThat(exploration.findings().get(0).found()).contains("IndexOutOfBounds");
  }

  @Test
  void anOperationThatSpinsForEverIsUnknown() throws Exception {
    Operation<SharedInts> spins =
        Operation.of(
            "spins",
            m -> {
              while (m.getVolatile(0) == 0) {}
              return Operation.DONE;
            });
    assertThat(explore(spins).status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void callsThatGoRoundForEverAreFound() throws Exception {
    Operation<SharedInts> asks =
        Operation.<SharedInts>of("asks", m -> m.getVolatile(0)).repeatedWhile(a -> a.equals(0));
    Program program = Program.on(1).side('P', m -> m, asks);
    Exploration exploration =
        new Explorer(program, MemoryModel.SC, Judge.NONE, Options.PLAIN).explore();
    assertThat(exploration.findings().get(0).found()).contains("no schedule leads from here");
  }

  @Test
  void aWaitFreeOperationKeepsToItsBound() throws Exception {
    Operation<SharedInts> twice = Operation.of("twice", m -> m.getPlain(0) + m.getPlain(0));
    assertThat(explore(twice.within(2)).status()).isEqualTo(Status.PASS);
    assertThat(explore(twice.within(1)).findings().get(0).found())
        .isEqualTo("twice takes more than 1 steps of its own");
  }

  @Test
  void beyondTheBoundTheResultIsUnknown() throws Exception {
    Operation<SharedInts> read = Operation.of("read", m -> m.getPlain(0));
    Program program = Program.on(1).side('P', m -> m, read, read, read);
    Exploration exploration =
        new Explorer(program, MemoryModel.SC, Judge.NONE, Options.PLAIN.states(2)).explore();
    assertThat(exploration.status()).isEqualTo(Status.UNKNOWN);
    assertThat(exploration.states()).isEqualTo(2);
  }
}
