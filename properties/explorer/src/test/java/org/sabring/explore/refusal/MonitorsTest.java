package org.sabring.explore.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Answers;
import org.sabring.explore.Judge;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;

/** Monitors with wait and notify, parking, and what may end a sleep. */
class MonitorsTest {

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

  /** One that parks who comes. */
  static final class Turnstile {
    volatile boolean open;
    volatile @Nullable Thread waiter;

    boolean pass() {
      waiter = Thread.currentThread();
      while (!open) {
        LockSupport.park(this);
        if (Thread.interrupted()) {
          return false;
        }
      }
      return true;
    }

    boolean passOnce() {
      waiter = Thread.currentThread();
      if (!open) {
        LockSupport.park(this);
      }
      return open;
    }

    boolean passInTime() {
      waiter = Thread.currentThread();
      if (!open) {
        LockSupport.parkNanos(this, 10);
      }
      return open;
    }

    void open() {
      open = true;
      LockSupport.unpark(waiter);
    }

    /** A permit is there for the next who parks. */
    int permit() {
      LockSupport.unpark(Thread.currentThread());
      LockSupport.unpark(Thread.currentThread());
      LockSupport.park(this);
      return 1;
    }
  }

  private static final Operation.Body<Turnstile> LET =
      stile -> {
        stile.open();
        return null;
      };

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

  @ParameterizedTest
  @EnumSource
  void whoParksIsUnparked(MemoryModel model) throws Exception {
    assertThat(Twice.both(Turnstile::new, LET, Turnstile::pass).on(model).outcomes())
        .containsExactly("; true");
    assertThat(
            Twice.both(Turnstile::new, LET, Turnstile::pass)
                .with(Options.PLAIN.spurious(1))
                .on(model)
                .outcomes())
        .containsExactly("; true");
  }

  @Test
  void parkingMayEndForNoReasonOrInTimeOrByAnInterrupt() throws Exception {
    Twice once = Twice.both(Turnstile::new, LET, Turnstile::passOnce);
    assertThat(once.outcomes()).containsExactly("; true");
    assertThat(once.with(Options.PLAIN.spurious(1)).outcomes())
        .containsExactly("; false", "; true");
    assertThat(Twice.both(Turnstile::new, LET, Turnstile::passInTime).outcomes())
        .containsExactly("; false", "; true");
    assertThat(
            Twice.both(Turnstile::new, LET, Turnstile::pass)
                .with(Options.PLAIN.interrupts(1))
                .outcomes())
        .containsExactly("; false", "; true");
  }

  @Test
  void thereIsAtMostOnePermit() throws Exception {
    assertThat(Twice.alone(Turnstile::new, Turnstile::permit).outcomes()).containsExactly("1");
    Twice twice =
        Twice.alone(
            Turnstile::new,
            stile -> {
              stile.permit();
              LockSupport.park(stile);
              return 2;
            });
    assertThat(twice.judged(Judge.NONE).findings())
        .hasSize(1)
        .first()
        .asString()
        .contains("is parked for ever");
  }

  @Test
  void aSideMayInterruptAnother() throws Exception {
    Twice twice =
        Twice.both(
            Turnstile::new,
            stile -> {
              Thread waiter = stile.waiter;
              if (waiter != null) {
                waiter.interrupt();
              } else {
                stile.open();
              }
              return null;
            },
            Turnstile::pass);
    assertThat(twice.outcomes()).containsExactly("; false", "; true");
  }

  @Test
  void twoMonitorsInTwoOrdersAreADeadlock() throws Exception {
    Twice twice =
        Twice.of(
                () ->
                    Program.sharing(Two::new)
                        .side('A', Operation.of("ab", Two::firstThenSecond))
                        .side('B', Operation.of("ba", Two::secondThenFirst)))
            .judged(Judge.NONE);
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
