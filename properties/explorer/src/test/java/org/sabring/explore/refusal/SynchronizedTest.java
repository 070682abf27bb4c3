package org.sabring.explore.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.Answers;

/** Monitors with wait and notify, and what may end a sleep. */
class SynchronizedTest {

  private static final Operation.Body<Gate> OPEN =
      gate -> {
        gate.open();
        return null;
      };

  private static final Operation.Body<Gate> PASS =
      gate -> {
        gate.pass();
        return "passed";
      };

  /** Who comes waits until it is open. */
  static class Gate {
    boolean open;
    int waits;

    synchronized void open() {
      open = true;
      notifyAll();
    }

    synchronized void pass() throws InterruptedException {
      while (!open) {
        waits++;
        wait();
      }
    }

    /** Whether it was open in time. */
    synchronized boolean passInTime() throws InterruptedException {
      if (!open) {
        wait(10);
      }
      return open;
    }

    /** Trusts in being woken for a reason. */
    synchronized boolean passOnce() throws InterruptedException {
      if (!open) {
        wait();
      }
      return open;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoWaitsIsNotified(MemoryModel model) throws Exception {
    assertThat(Twice.both(Gate::new, OPEN, PASS).on(model).outcomes()).containsExactly("; passed");
    assertThat(
            Twice.both(Gate::new, OPEN, PASS).with(Options.PLAIN.spurious(1)).on(model).outcomes())
        .containsExactly("; passed");
  }

  @Test
  void aWaitMayTimeOut() throws Exception {
    assertThat(Twice.both(Gate::new, OPEN, Gate::passInTime).outcomes())
        .containsExactly("; false", "; true");
    assertThat(Twice.alone(Gate::new, Gate::passInTime).outcomes()).containsExactly("false");
  }

  @Test
  void aWaitMayEndForNoReasonIfThatIsAllowed() throws Exception {
    assertThat(Twice.both(Gate::new, OPEN, Gate::passOnce).outcomes()).containsExactly("; true");
    assertThat(
            Twice.both(Gate::new, OPEN, Gate::passOnce).with(Options.PLAIN.spurious(1)).outcomes())
        .containsExactly("; false", "; true");
  }

  @Test
  void aWaitMayBeInterrupted() throws Exception {
    Twice twice = Twice.both(Gate::new, OPEN, PASS).with(Options.PLAIN.interrupts(1));
    assertThat(twice.outcomes()).containsExactly("; INTERRUPTED", "; passed");
  }

  @Test
  void whoWaitsWithoutTheMonitorFails() throws Exception {
    Operation.Body<Gate> waits =
        gate -> {
          gate.wait();
          return null;
        };
    assertThat(Twice.alone(Gate::new, waits).findings())
        .hasSize(1)
        .first()
        .asString()
        .contains("IllegalMonitorStateException");
  }

  @Test
  void twoMonitorsInTwoOrdersAreADeadlock() throws Exception {
    Twice twice =
        Twice.of(
                () ->
                    Program.sharing(Two::new)
                        .side('A', Operation.of("ab", Two::firstThenSecond))
                        .side('B', Operation.of("ba", Two::secondThenFirst)))
            .judged(Monitor.NONE);
    assertThat(twice.findings())
        .hasSize(1)
        .first()
        .asString()
        .matches("A, in ab at .*, waits for monitor of .*Right.*, which is never given back");
    assertThat(twice.judged(Answers.of(2)).findings()).hasSize(1);
  }

  static final class Right {}

  static final class Two {
    final Object left = new Object();
    final Right right = new Right();

    int firstThenSecond() {
      synchronized (left) {
        synchronized (right) {
          return 1;
        }
      }
    }

    int secondThenFirst() {
      synchronized (right) {
        synchronized (left) {
          return 2;
        }
      }
    }
  }
}
