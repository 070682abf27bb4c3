package org.sabring.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.monitor.Answers;
import org.sabring.explore.runtime.Refused;
import org.sabring.explore.runtime.Words;

/** What code may do under the explorer, and what it says of code that it cannot follow. */
class PlayerTest {

  /** Nothing of the program: what code finds there is another thing each time it is run. */
  private static final String FICKLE = "sabring.explore.fickle";

  /** Holds a number between its operations. */
  private static final class Counter {
    private final Words memory;
    private int calls;

    Counter(Words memory) {
      this.memory = memory;
    }

    int count() {
      calls++;
      return memory.getAndAdd(0, calls);
    }

    int after() {
      return memory.load(Mode.PLAIN, 1);
    }
  }

  /** Holds a list of the JDK, which is rewritten too. */
  private static final class Keeper {
    private final Words memory;
    private final List<Integer> kept = new ArrayList<>();

    Keeper(Words memory) {
      this.memory = memory;
    }

    int keep() {
      kept.add(memory.load(Mode.VOLATILE, 0));
      return kept.size();
    }
  }

  /** Holds something that changes where nobody sees it. */
  private static final class Writer {
    private final Words memory;
    private final StringBuilder written = new StringBuilder();

    Writer(Words memory) {
      this.memory = memory;
    }

    int write() {
      written.append(memory.load(Mode.VOLATILE, 0));
      return written.length();
    }
  }

  private static Exploration explore(Program program) throws InterruptedException {
    return new Explorer(program, MemoryModel.SC, Answers.of(1, 0), Options.PLAIN).explore();
  }

  private static Exploration explore(Operation<Words> operation) throws InterruptedException {
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
    List<Story.Line> lines = findings.get(0).story().lines();
    assertThat(lines.stream().map(Story.Line::memory))
        .anyMatch(memory -> memory.contains(new Story.Held("word0", "1")))
        .noneMatch(memory -> memory.contains(new Story.Held("word0", "5")));
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
                  memory.store(Mode.PLAIN, 0, 7);
                  return memory.load(Mode.PLAIN, 0);
                },
                read);
    assertThat(explore(program).outcomes()).containsExactly("7; word0=7");
  }

  @Test
  void aListOfTheJdkThatAnObjectHoldsIsFollowed() throws Exception {
    Operation<Keeper> keep = Operation.of("keep", Keeper::keep);
    Program program = Program.on(1).side('P', Keeper::new, keep, keep);
    assertThat(explore(program).outcomes()).containsExactly("1 2; word0=0");
  }

  @Test
  void anObjectThatHoldsWhatCannotBeFollowedIsRefused() {
    Program program = Program.on(1).side('P', Writer::new, Operation.of("write", Writer::write));
    assertThatThrownBy(() -> explore(program))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("a java.lang.StringBuilder in shared memory");
  }

  @Test
  void codeThatIsNotDeterministicIsRefused() {
    Operation<Words> fickle =
        Operation.of(
            "fickle",
            m -> {
              boolean again = Boolean.getBoolean(FICKLE);
              System.setProperty(FICKLE, String.valueOf(!again));
              return m.load(Mode.VOLATILE, again ? 1 : 0);
            });
    Program program = Program.on(2).side('P', m -> m, fickle);
    try {
      assertThatThrownBy(() -> explore(program))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("not deterministic");
    } finally {
      System.clearProperty(FICKLE);
    }
  }

  @Test
  void whatALambdaCapturesMustBeAValue() {
    List<Object> held = List.of(new Object());
    Program program = Program.on(1).side('P', m -> m, Operation.of("get", m -> held.get(0)));
    assertThatThrownBy(() -> explore(program))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a java.lang.Object is captured by code under test");
  }

  @Test
  void aFinallyBlockDoesNothingWhenTheOperationIsStopped() throws Exception {
    Operation<Words> locked =
        Operation.of(
            "locked",
            m -> {
              try {
                return m.load(Mode.VOLATILE, 0);
              } finally {
                m.store(Mode.VOLATILE, 0, 5);
              }
            });
    Exploration exploration = explore(locked);
    assertThat(exploration.outcomes()).containsExactly("0; word0=5");
    assertThat(exploration.states()).isEqualTo(3);
  }

  @Test
  void anExceptionIsAFinding() throws Exception {
    Exploration exploration = explore(Operation.of("miss", m -> m.load(Mode.PLAIN, 3)));
    assertThat(exploration.status()).isEqualTo(Status.FAIL);
    assertThat(exploration.findings().get(0).found()).contains("IndexOutOfBounds");
  }

  /** Behind the last word the fields of the side's object begin. */
  @Test
  void aWordBehindTheLastIsNotAnotherLocation() throws Exception {
    Operation<Counter> miss = Operation.of("miss", counter -> counter.count() + counter.after());
    Program program = Program.on(1).side('P', Counter::new, miss);
    assertThat(explore(program).findings().get(0).found()).contains("IndexOutOfBounds");
  }

  @Test
  void aWaitFreeOperationKeepsToItsBound() throws Exception {
    Operation<Words> twice =
        Operation.of("twice", m -> m.load(Mode.PLAIN, 0) + m.load(Mode.PLAIN, 0));
    assertThat(explore(twice.within(2)).status()).isEqualTo(Status.PASS);
    assertThat(explore(twice.within(1)).findings().get(0).found())
        .isEqualTo("twice takes more than 1 steps of its own");
  }

  @Test
  void beyondTheBoundTheResultIsUnknown() throws Exception {
    Operation<Words> read = Operation.of("read", m -> m.load(Mode.PLAIN, 0));
    Program program = Program.on(1).side('P', m -> m, read, read, read);
    Exploration exploration =
        new Explorer(program, MemoryModel.SC, Monitor.NONE, Options.PLAIN.states(2)).explore();
    assertThat(exploration.status()).isEqualTo(Status.UNKNOWN);
    assertThat(exploration.states()).isEqualTo(2);
  }
}
