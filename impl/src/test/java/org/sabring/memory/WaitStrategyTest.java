package org.sabring.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sabring.memory.SharedInts.ALL;
import static org.sabring.memory.SharedInts.FOREVER;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.sabring.Fork;
import org.sabring.Side;

/**
 * What the ways to wait have each to themselves; what they have in common is in the other tests.
 */
@Timeout(60)
class WaitStrategyTest {

  private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(30);

  /** A store whose notifier saw no flag: the sleeper was on its way and is not told. */
  @Test
  void aMissedNotificationIsMadeUpForByLookingAgain() throws Exception {
    SharedInts memory = SharedInts.heap(8, WaitStrategy.TIMED);
    Side<Awaited> waiter = Side.waiter(memory, 0, FOREVER);
    memory.setRelease(0, 1);
    assertThat(waiter.answer()).isEqualTo(Awaited.OK);
    assertThat(memory.waiters(0)).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"TIMED", "SPIN", "YIELD"})
  void whoAskedToBeToldIsToldWithoutTheNotificationItMissed(WaitStrategy strategy) {
    SharedInts memory = SharedInts.heap(8, strategy);
    AtomicInteger told = new AtomicInteger();
    assertThat(memory.awaitAsync(0, 0, told::incrementAndGet)).isNotNull();
    memory.setRelease(0, 1);
    Side.until(() -> told.get() == 1);
    assertThat(memory.waiters(0)).isZero();
    assertThat(memory.notify(0, ALL)).isZero();
    assertThat(told).hasValue(1);
  }

  /** The control: with a lock or a fence nothing is missed, and nobody looks again. */
  @ParameterizedTest
  @EnumSource(names = {"LOCK", "FENCE"})
  void control_theOthersGoByTheNotificationAlone(WaitStrategy strategy) throws Exception {
    SharedInts memory = SharedInts.heap(8, strategy);
    AtomicInteger told = new AtomicInteger();
    AsyncWait question = Objects.requireNonNull(memory.awaitAsync(0, 0, told::incrementAndGet));
    memory.setRelease(0, 1);
    assertThat(memory.await(1, 0, SHORT)).isEqualTo(Awaited.TIMED_OUT);
    assertThat(told).hasValue(0);
    assertThat(question.cancel()).isTrue();
  }

  @Test
  void whoTookItsQuestionBackIsNotToldLater() throws Exception {
    SharedInts memory = SharedInts.heap(8, WaitStrategy.TIMED);
    AtomicInteger told = new AtomicInteger();
    AsyncWait question = Objects.requireNonNull(memory.awaitAsync(0, 0, told::incrementAndGet));
    assertThat(question.cancel()).isTrue();
    memory.setRelease(0, 1);
    assertThat(memory.await(1, 0, SHORT)).isEqualTo(Awaited.TIMED_OUT);
    assertThat(told).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"SPIN", "YIELD"})
  void whoDoesNotSleepIsInNoListAndSeesTheStoreAlone(WaitStrategy strategy) throws Exception {
    SharedInts memory = SharedInts.heap(8, strategy);
    assertThat(memory.await(0, 1, FOREVER)).isEqualTo(Awaited.NOT_EQUAL);
    assertThat(memory.await(0, 0, 0)).isEqualTo(Awaited.TIMED_OUT);
    long start = System.nanoTime();
    assertThat(memory.await(0, 0, SHORT)).isEqualTo(Awaited.TIMED_OUT);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(SHORT);
    AtomicInteger begun = new AtomicInteger();
    Side<Awaited> spinning =
        Side.start(
            () -> {
              begun.set(1);
              return memory.await(0, 0, FOREVER);
            });
    Side.until(() -> begun.get() == 1);
    assertThat(memory.waiters(0)).isZero();
    assertThat(memory.notify(0, ALL)).isZero();
    memory.setRelease(0, 1);
    assertThat(spinning.answer()).isEqualTo(Awaited.NOT_EQUAL);
  }

  @ParameterizedTest
  @EnumSource(names = {"SPIN", "YIELD"})
  void anInterruptEndsAWaitThatDoesNotSleep(WaitStrategy strategy) {
    SharedInts memory = SharedInts.heap(8, strategy);
    Side<Awaited> spinning = Side.start(() -> memory.await(0, 0, FOREVER));
    spinning.thread().interrupt();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(spinning::answer)
        .withCauseInstanceOf(InterruptedException.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"FENCE", "TIMED", "ASYMMETRIC"})
  void theFlagIsUpWhileSomebodyIsInTheListsAndNoLonger(WaitStrategy strategy) {
    WaitingFlag flag = new WaitingFlag(strategy.here());
    assertThat(flag.isRaised()).isFalse();
    flag.raise();
    assertThat(flag.isRaised()).isTrue();
    flag.lower();
    assertThat(flag.isRaised()).isFalse();
  }

  /** Two words and both kinds of waiters: one leaving must not lower the flag of the others. */
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SPIN", "YIELD"})
  void whoLeavesDoesNotHideTheOthers(WaitStrategy strategy) throws Exception {
    SharedInts memory = SharedInts.heap(8, strategy);
    AtomicInteger told = new AtomicInteger();
    memory.awaitAsync(1, 0, told::incrementAndGet);
    assertThat(memory.await(0, 0, SHORT)).isEqualTo(Awaited.TIMED_OUT);
    assertThat(memory.await(0, 0, 0)).isEqualTo(Awaited.TIMED_OUT);
    assertThat(memory.await(0, 1, FOREVER)).isEqualTo(Awaited.NOT_EQUAL);
    assertThat(memory.awaitAsync(0, 1, told::incrementAndGet)).isNull();
    Side<Awaited> sleeper = Side.waiter(memory, 2, FOREVER);
    assertThat(memory.notify(2, ALL)).isEqualTo(1);
    assertThat(sleeper.answer()).isEqualTo(Awaited.OK);
    assertThat(memory.notify(1, ALL)).isEqualTo(1);
    assertThat(told).hasValue(1);
  }

  @Test
  void aMemoryHasOneStrategyForAllItsWrappers(@TempDir Path folder) throws Exception {
    int[] words = new int[8];
    SharedInts fenced = SharedInts.heap(words, WaitStrategy.FENCE);
    Side<Awaited> waiter = Side.waiter(fenced, 0, FOREVER);
    assertThat(SharedInts.heap(words).notify(0, ALL)).isEqualTo(1);
    assertThat(waiter.answer()).isEqualTo(Awaited.OK);
    assertThatThrownBy(() -> SharedInts.heap(words, WaitStrategy.TIMED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("wait strategy=TIMED, expected FENCE");
    Path file = folder.resolve("ring");
    SharedInts mapped = SharedInts.mapped(file, 8, WaitStrategy.TIMED);
    assertThatThrownBy(() -> SharedInts.mapped(file, 8))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("wait strategy=LOCK, expected TIMED");
    assertThat(mapped.length()).isEqualTo(8);
  }

  @Test
  void theFastestLosesNoWakeUpHere() {
    assertThat(WaitStrategy.fastest())
        .isEqualTo(Membarrier.isThere() ? WaitStrategy.ASYMMETRIC : WaitStrategy.TIMED);
  }

  /** In a JVM of its own, with native access and without. */
  static final class Barrier {
    public static void main(String[] arguments) {
      boolean there = Membarrier.isThere();
      if (there) {
        Membarrier.everywhere();
      }
      System.out.print(there);
    }
  }

  @Test
  void theBarrierIsThereWhereItCanBeAndNobodyIsWarned() throws Exception {
    boolean expected =
        Runtime.version().feature() >= 22
            && System.getProperty("os.name").equals("Linux")
            && List.of("amd64", "aarch64").contains(System.getProperty("os.arch"));
    List<String> enabled = List.of("--enable-native-access=ALL-UNNAMED");
    assertThat(Fork.run(Barrier.class, expected ? enabled : List.of(), 40))
        .isEqualTo(new Fork.Ended(0, Boolean.toString(expected)));
    assertThat(Fork.run(Barrier.class, List.of(), 40)).isEqualTo(new Fork.Ended(0, "false"));
  }
}
