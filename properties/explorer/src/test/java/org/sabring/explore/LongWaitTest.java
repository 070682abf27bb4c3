package org.sabring.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.Answers;

/** A long time is up at rest only, if that is asked for. */
class LongWaitTest {

  private static final long LONG = 10_000_000_000L;
  private static final long BRIEF = 5_000;

  /** Waits as shipped code does: with a deadline, in a loop. */
  static final class Gate {
    private volatile boolean open;
    private volatile @Nullable Thread waiter;

    /** Whether it was told in time. */
    boolean await(long nanos) {
      waiter = Thread.currentThread();
      long deadline = System.nanoTime() + nanos;
      long left = nanos;
      while (!open && left > 0) {
        LockSupport.parkNanos(left);
        left = deadline - System.nanoTime();
      }
      return left > 0;
    }

    void open() {
      open = true;
      Thread asleep = waiter;
      if (asleep != null) {
        LockSupport.unpark(asleep);
      }
    }

    void openSilently() {
      open = true;
    }
  }

  private static Set<String> outcomes(
      Operation<Gate> waits, Operation<Gate> opens, MemoryModel memory, Options options)
      throws InterruptedException {
    Program program = Program.sharing(Gate::new).side('W', waits).side('O', opens).program();
    Exploration all =
        new Explorer(program, memory, Answers.of(2), options).until(f -> false).explore();
    assertThat(all.complete()).isTrue();
    return all.outcomes();
  }

  private static Operation<Gate> waits(long nanos) {
    return nanos == LONG
        ? Operation.of("await", gate -> gate.await(LONG))
        : Operation.of("await", gate -> gate.await(BRIEF));
  }

  private static Operation<Gate> opens(boolean tells) {
    return tells
        ? Operation.of(
            "open",
            gate -> {
              gate.open();
              return "open";
            })
        : Operation.of(
            "open",
            gate -> {
              gate.openSilently();
              return "open";
            });
  }

  @ParameterizedTest
  @EnumSource
  void whoIsToldDoesNotRunOutOfALongTime(MemoryModel memory) throws Exception {
    assertThat(outcomes(waits(LONG), opens(true), memory, Options.PLAIN.patiently()))
        .allMatch(one -> one.contains("true"))
        .isNotEmpty();
  }

  @Test
  void control_whoIsNotToldDoes() throws Exception {
    assertThat(outcomes(waits(LONG), opens(false), MemoryModel.SC, Options.PLAIN.patiently()))
        .anyMatch(one -> one.contains("false"));
  }

  @Test
  void aBriefTimeMayBeUpWheneverItIs() throws Exception {
    assertThat(outcomes(waits(BRIEF), opens(true), MemoryModel.SC, Options.PLAIN.patiently()))
        .anyMatch(one -> one.contains("true"))
        .anyMatch(one -> one.contains("false"));
  }

  @Test
  void withoutPatienceALongTimeMayToo() throws Exception {
    assertThat(outcomes(waits(LONG), opens(true), MemoryModel.SC, Options.PLAIN))
        .anyMatch(one -> one.contains("false"));
  }

  /** Who runs out first opens the gate, and the other is told. */
  @Test
  void whereAllWaitLongEachMayRunOutFirst() throws Exception {
    Operation<Gate> both =
        Operation.of(
            "await",
            gate -> {
              boolean told = gate.await(LONG);
              gate.open();
              return told;
            });
    Program program = Program.sharing(Gate::new).side('A', both).side('B', both).program();
    Exploration all =
        new Explorer(program, MemoryModel.SC, Answers.of(2), Options.PLAIN.patiently())
            .until(f -> false)
            .explore();
    assertThat(all.complete()).isTrue();
    assertThat(all.outcomes())
        .anyMatch(one -> one.matches(".*false.*true.*"))
        .anyMatch(one -> one.matches(".*true.*false.*"));
  }
}
