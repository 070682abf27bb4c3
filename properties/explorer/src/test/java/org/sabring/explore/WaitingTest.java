package org.sabring.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.monitor.Answers;
import org.sabring.explore.runtime.Woken;
import org.sabring.explore.runtime.Words;

/** Waits, notifications, and all that may end a wait or a side. */
class WaitingTest {

  private static final Operation<Words> WAIT =
      Operation.of("wait", m -> m.await(0, 0, Words.FOREVER));
  private static final Operation<Words> WAIT_BRIEFLY =
      Operation.of("wait briefly", m -> m.await(0, 0, 1_000_000_000L));
  private static final Operation<Words> WAKE = Operation.of("wake", m -> m.notify(0, 1));
  private static final Operation<Words> CHANGE =
      Operation.of(
          "change",
          m -> {
            m.store(Mode.VOLATILE, 0, 1);
            return Operation.DONE;
          });

  private static List<String> outcomes(Program program, int sides, Options options)
      throws InterruptedException {
    Exploration exploration =
        new Explorer(program, MemoryModel.SC, Answers.of(sides).orSleeping(), options).explore();
    assertThat(exploration.complete()).isTrue();
    return List.copyOf(exploration.outcomes());
  }

  private static Program waiting(Operation<Words> waits) {
    return Program.on(1).side('P', m -> m, CHANGE, WAKE).side('C', m -> m, waits);
  }

  @Test
  void aWaitIsNotifiedOrFindsTheWordChanged() throws Exception {
    assertThat(outcomes(waiting(WAIT), 2, Options.PLAIN))
        .containsExactlyInAnyOrder("1; OK", "0; NOT_EQUAL");
  }

  @Test
  void aNotificationThatComesTooEarlyIsForgotten() throws Exception {
    Program program = Program.on(1).side('P', m -> m, WAKE).side('C', m -> m, WAIT);
    assertThat(outcomes(program, 2, Options.PLAIN)).containsExactlyInAnyOrder("1; OK", "0; -");
  }

  @Test
  void whoSleepsForEverIsAFinding() throws Exception {
    Program program = Program.on(1).side('P', m -> m, WAKE).side('C', m -> m, WAIT);
    Exploration exploration =
        new Explorer(program, MemoryModel.SC, Answers.of(2), Options.PLAIN).explore();
    Finding finding = exploration.findings().get(0);
    assertThat(finding.found()).startsWith("C, in wait at ").contains("waits on word0, and nobody");
    assertThat(finding.schedule()).hasToString("PC");
  }

  @Test
  void aWaitWithATimeMayTimeOut() throws Exception {
    assertThat(outcomes(waiting(WAIT_BRIEFLY), 2, Options.PLAIN))
        .containsExactlyInAnyOrder("1; OK", "0; NOT_EQUAL", "0; TIMED_OUT");
  }

  @Test
  void aWaitWithoutTimeDoesNotSleep() throws Exception {
    Operation<Words> now = Operation.of("now", m -> m.await(0, 0, 0));
    assertThat(outcomes(waiting(now), 2, Options.PLAIN))
        .containsExactlyInAnyOrder("0; NOT_EQUAL", "0; TIMED_OUT");
  }

  @Test
  void anInterruptEndsAWaitAndItsOperation() throws Exception {
    assertThat(outcomes(waiting(WAIT), 2, Options.PLAIN.interrupts(1)))
        .containsExactlyInAnyOrder("1; OK", "0; NOT_EQUAL", "0; INTERRUPTED");
  }

  /** An interrupt that came before ends no wait that would not have slept. */
  @Test
  void whoWasInterruptedAndWouldNotSleepIsAnswered() throws Exception {
    Operation<Words> wait =
        Operation.of(
            "wait for another",
            m -> {
              Thread.currentThread().interrupt();
              return m.await(0, 1, Words.FOREVER);
            });
    Program program = Program.on(1).side('C', m -> m, wait, WAIT);
    assertThat(outcomes(program, 1, Options.PLAIN)).containsExactly("NOT_EQUAL INTERRUPTED");
  }

  /** It is in the waiter list until it finds the interrupt; a notification counts till then. */
  @Test
  void whoIsNotifiedBeforeItFindsItsInterruptKeepsIt() throws Exception {
    Operation<Words> wait =
        Operation.of(
            "wait, interrupted",
            m -> {
              Thread.currentThread().interrupt();
              return m.await(0, 0, Words.FOREVER) + (Thread.interrupted() ? "!" : "");
            });
    Program program = Program.on(1).side('C', m -> m, wait).side('P', m -> m, WAKE);
    assertThat(outcomes(program, 2, Options.PLAIN)).containsExactly("INTERRUPTED; 0", "OK!; 1");
  }

  @Test
  void aWakeUpMayBeSpurious() throws Exception {
    Operation<Words> until =
        Operation.of(
            "until",
            m -> {
              int waits = 0;
              while (m.load(Mode.VOLATILE, 0) == 0) {
                waits += m.await(0, 0, Words.FOREVER) == Woken.OK ? 1 : 0;
              }
              return waits;
            });
    assertThat(outcomes(waiting(until), 2, Options.PLAIN))
        .containsExactlyInAnyOrder("0; 0", "1; 1");
    assertThat(outcomes(waiting(until), 2, Options.PLAIN.spurious(1)))
        .containsExactlyInAnyOrder("0; 0", "1; 1", "0; 1", "1; 2");
  }

  @Test
  void whoWaitedLongestIsWokenFirst() throws Exception {
    Program program =
        Program.on(1).side('P', m -> m, WAKE).side('C', m -> m, WAIT).side('D', m -> m, WAIT);
    Explorer explorer = new Explorer(program, MemoryModel.SC, Answers.of(3), Options.PLAIN);
    List<Story.Line> first = explorer.replay(new Schedule("CDP")).lines();
    assertThat(first.get(3).text()).isEqualTo("wake: notifies on word0: wakes 1 -> 1");
    assertThat(explorer.replay(new Schedule("DCP")).lines()).hasSize(4);
    assertThat(outcomes(program, 3, Options.PLAIN))
        .containsExactlyInAnyOrder("1; OK; -", "1; -; OK", "0; -; -");
  }

  /** Store buffering, with a notification that nobody waits for between store and load. */
  private static Operation<Words> stores(int word, boolean notifying) {
    return Operation.of(
        "store and load",
        m -> {
          m.store(Mode.OPAQUE, word, 1);
          if (notifying) {
            m.notify(0, 1);
          }
          return m.load(Mode.OPAQUE, 1 - word);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aWaiterListThatIsEmptyIsALockAndNothingMore(MemoryModel model) throws Exception {
    for (boolean notifying : List.of(true, false)) {
      Program program =
          Program.on(2)
              .side('P', m -> m, stores(0, notifying))
              .side('C', m -> m, stores(1, notifying));
      Exploration exploration =
          new Explorer(program, model, Answers.of(2), Options.PLAIN).explore();
      boolean weak = model != MemoryModel.SC && !notifying;
      assertThat(exploration.outcomes().contains("0; 0")).isEqualTo(weak);
    }
  }

  @Test
  void aSideMayStopForGoodAnywhere() throws Exception {
    assertThat(outcomes(waiting(WAIT), 2, Options.PLAIN.crashes(1)))
        .containsExactlyInAnyOrder("1; OK", "0; NOT_EQUAL", "-; -", "-; NOT_EQUAL", "0; -");
  }
}
