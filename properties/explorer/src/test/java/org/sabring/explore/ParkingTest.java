package org.sabring.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.Answers;

/** What parking and interrupts order, and how long a wait is. */
class ParkingTest {

  /** Somebody who waits for a flag, parked or in a monitor. */
  static final class Sleeper {
    private volatile @Nullable Thread thread;
    private volatile boolean isSet;
    private int data;

    int awaitFlag() {
      thread = Thread.currentThread();
      while (!isSet) {
        LockSupport.park(this);
      }
      return 1;
    }

    int setFlag() {
      isSet = true;
      LockSupport.unpark(thread);
      return 1;
    }

    int parkThenRead() {
      thread = Thread.currentThread();
      LockSupport.park(this);
      return data;
    }

    int storeThenUnpark() {
      data = 1;
      LockSupport.unpark(thread);
      return 1;
    }

    int readWhenInterrupted() {
      thread = Thread.currentThread();
      return Thread.interrupted() ? data : -1;
    }

    synchronized int readWhenThrownOut() {
      thread = Thread.currentThread();
      try {
        while (!isSet) {
          wait();
        }
        return 0;
      } catch (InterruptedException e) {
        return data;
      }
    }

    int storeThenInterrupt() {
      data = 1;
      Thread sleeper = thread;
      if (sleeper != null) {
        sleeper.interrupt();
      }
      return 1;
    }

    int parkAlmostForEver() {
      LockSupport.parkNanos(this, Long.MAX_VALUE - 1);
      return 1;
    }
  }

  private static Exploration explored(
      MemoryModel model, Operation.Body<Sleeper> sleeper, Operation.Body<Sleeper> other)
      throws InterruptedException {
    Program program =
        Program.sharing(Sleeper::new)
            .side('A', Operation.of("sleep", sleeper))
            .side('B', Operation.of("end it", other))
            .program();
    return new Explorer(program, model, Answers.of(2).orSleeping(), Options.PLAIN).explore();
  }

  /** LockSupport: calls keep their order with volatile accesses. */
  @ParameterizedTest
  @EnumSource
  void whoIsUnparkedSeesTheFlagThatWasSetBefore(MemoryModel model) throws InterruptedException {
    Exploration explored = explored(model, Sleeper::awaitFlag, Sleeper::setFlag);
    assertThat(explored.status()).isEqualTo(Status.PASS);
    assertThat(explored.outcomes()).containsExactly("1; 1");
  }

  /** LockSupport: but not necessarily with others. */
  @Test
  void unparkingHandsNoDataOver() throws InterruptedException {
    Exploration explored =
        explored(MemoryModel.RA, Sleeper::parkThenRead, Sleeper::storeThenUnpark);
    assertThat(explored.findings())
        .singleElement()
        .asString()
        .contains("a data race on Sleeper.data");
  }

  /** JLS 17.4.4. */
  @Test
  void anInterruptHandsDataOver() throws InterruptedException {
    Exploration looks =
        explored(MemoryModel.RA, Sleeper::readWhenInterrupted, Sleeper::storeThenInterrupt);
    assertThat(looks.status()).isEqualTo(Status.PASS);
    assertThat(looks.outcomes()).containsExactly("-1; 1", "1; 1");
    Exploration waits =
        explored(MemoryModel.RA, Sleeper::readWhenThrownOut, Sleeper::storeThenInterrupt);
    assertThat(waits.status()).isEqualTo(Status.PASS);
    assertThat(waits.outcomes()).containsExactly("-; 1", "1; 1");
  }

  @Test
  void aWaitOfCenturiesIsForEver() throws InterruptedException {
    Exploration explored =
        explored(MemoryModel.SC, Sleeper::parkAlmostForEver, Sleeper::storeThenInterrupt);
    assertThat(explored.outcomes()).containsExactly("-; 1");
  }
}
