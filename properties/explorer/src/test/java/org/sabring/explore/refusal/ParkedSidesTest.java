package org.sabring.explore.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.memory.MemoryModel;

/** Parking, permits, and what may end a sleep. */
class ParkedSidesTest {

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
    assertThat(twice.judged(Monitor.NONE).findings())
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
}
