package org.sabring.properties.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.properties.explore.memory.MemoryModel;

/** Waits, notifications, and all that may end a wait or a side. */
class WaitingTest {

  private static final Operation<SharedInts> WAIT =
      Operation.of("wait", m -> m.await(0, 0, SharedInts.FOREVER));
  private static final Operation<SharedInts> WAIT_BRIEFLY =
      Operation.of("wait briefly", m -> m.await(0, 0, 1_000_000_000L));
  private static final Operation<SharedInts> WAKE = Operation.of("wake", m -> m.notify(0, 1));
  private static final Operation<SharedInts> CHANGE =
      Operation.of(
          "change",
          m -> {
            m.setVolatile(0, 1);
            return Operation.DONE;
          });

  private static List<String> outcomes(Program program, int sides, Options options)
      throws InterruptedException {
    Exploration exploration =
        new Explorer(program, MemoryModel.SC, Answers.of(sides), options).explore();
    assertThat(exploration.complete()).isTrue();
    return List.copyOf(exploration.outcomes());
  }

  private static Program waiting(Operation<SharedInts> waits) {
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
  void aWaitWithATimeMayTimeOut() throws Exception {
    assertThat(outcomes(waiting(WAIT_BRIEFLY), 2, Options.PLAIN))
        .containsExactlyInAnyOrder("1; OK", "0; NOT_EQUAL", "0; TIMED_OUT");
  }

  @Test
  void aWaitWithoutTimeDoesNotSleep() throws Exception {
    Operation<SharedInts> now = Operation.of("now", m -> m.await(0, 0, 0));
    assertThat(outcomes(waiting(now), 2, Options.PLAIN))
        .containsExactlyInAnyOrder("0; NOT_EQUAL", "0; TIMED_OUT");
  }

  @Test
  void anInterruptEndsAWaitAndItsOperation() throws Exception {
    assertThat(outcomes(waiting(WAIT), 2, Options.PLAIN.interrupts(1)))
        .containsExactlyInAnyOrder("1; OK", "0; NOT_EQUAL", "0; INTERRUPTED");
  }

  @Test
  void aWakeUpMayBeSpurious() throws Exception {
    Operation<SharedInts> until =
        Operation.of(
            "until",
            m -> {
              int waits = 0;
              while (m.getVolatile(0) == 0) {
                waits += m.await(0, 0, SharedInts.FOREVER) == Awaited.OK ? 1 : 0;
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
    List<String> first = explorer.replay(new Schedule("CDP")).draw();
    assertThat(first.get(first.size() - 1)).contains("P wake: notifies on word0: wakes 1");
    assertThat(explorer.replay(new Schedule("DCP")).lines()).hasSize(4);
    assertThat(outcomes(program, 3, Options.PLAIN))
        .containsExactlyInAnyOrder("1; OK; -", "1; -; OK", "0; -; -");
  }

  @Test
  void aSideMayStopForGoodAnywhere() throws Exception {
    assertThat(outcomes(waiting(WAIT), 2, Options.PLAIN.crashes(1)))
        .containsExactlyInAnyOrder("1; OK", "0; NOT_EQUAL", "-; -", "-; NOT_EQUAL", "0; -");
  }
}
