package org.sabring.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.monitor.Answers;
import org.sabring.explore.runtime.Words;

/** Code that goes round until another side has done something, or for ever. */
class GoingRoundTest {

  private static final Operation<Words> SPINS =
      Operation.of(
          "spins",
          m -> {
            while (m.load(Mode.VOLATILE, 0) == 0) {}
            return Operation.DONE;
          });

  private static Exploration explore(Operation<Words> operation) throws InterruptedException {
    Program program = Program.on(1).side('P', m -> m, operation);
    return new Explorer(program, MemoryModel.SC, Answers.of(1, 0), Options.PLAIN).explore();
  }

  @Test
  void anOperationThatSpinsForEverIsAFinding() throws Exception {
    assertThat(explore(SPINS).findings().get(0).found()).contains("no schedule leads from here");
  }

  @Test
  void anOperationThatSpinsUntilAnotherStoresIsFinite() throws Exception {
    Operation<Words> stores =
        Operation.of(
            "stores",
            m -> {
              m.store(Mode.VOLATILE, 0, 1);
              return Operation.DONE;
            });
    Program program = Program.on(1).side('P', m -> m, SPINS).side('C', m -> m, stores);
    for (MemoryModel model : MemoryModel.values()) {
      Exploration exploration =
          new Explorer(program, model, Answers.of(2, 0), Options.PLAIN).explore();
      assertThat(exploration.status()).isEqualTo(Status.PASS);
      assertThat(exploration.executions()).isInfinite();
    }
  }

  /** A flag that nobody has set when it is first looked at. */
  static final class Flag {
    private volatile boolean set;
    private volatile int count;

    int await() {
      while (!set) {
        Thread.onSpinWait();
      }
      return count;
    }

    int set() {
      count = 1;
      set = true;
      return count;
    }
  }

  @Test
  void whatAnOperationWaitsForMayBeUpToAnother() throws Exception {
    Operation<Flag> awaits = Operation.of("await", Flag::await);
    Operation<Flag> sets = Operation.of("set", Flag::set);
    for (MemoryModel model : MemoryModel.values()) {
      Program waiting = Program.sharing(Flag::new).side('P', sets).side('C', awaits).program();
      assertThat(new Explorer(waiting, model, Monitor.NONE, Options.PLAIN).explore().status())
          .isEqualTo(Status.PASS);
      Program alone = Program.sharing(Flag::new).side('C', awaits).program();
      assertThat(new Explorer(alone, model, Monitor.NONE, Options.PLAIN).explore().findings())
          .singleElement()
          .asString()
          .contains("no schedule leads from here");
    }
  }

  @Test
  void anOperationThatGoesRoundWithoutAnyAccessIsAFinding() throws Exception {
    Operation<Words> idles =
        Operation.of(
            "idles",
            m -> {
              int seen = m.load(Mode.VOLATILE, 0);
              while (seen == 0) {}
              return seen;
            });
    assertThat(explore(idles).findings().get(0).found()).contains("goes round for ever");
  }

  @Test
  void callsThatGoRoundForEverAreFound() throws Exception {
    Operation<Words> asks =
        Operation.<Words>of("asks", m -> m.load(Mode.VOLATILE, 0)).repeatedWhile(a -> a.equals(0));
    Program program = Program.on(1).side('P', m -> m, asks);
    Exploration exploration =
        new Explorer(program, MemoryModel.SC, Monitor.NONE, Options.PLAIN).explore();
    assertThat(exploration.findings().get(0).found()).contains("no schedule leads from here");
  }
}
