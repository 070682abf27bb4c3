package org.sabring.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sabring.memory.SharedInts.ALL;
import static org.sabring.memory.SharedInts.FOREVER;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.sabring.Memory;
import org.sabring.Side;

/**
 * What test262 checks of ECMAScript's {@code Atomics.waitAsync} ({@code built-ins/Atomics/
 * waitAsync}) as far as it can be written in Java, on every memory and through a memory that
 * forwards.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource(
    mode = Mode.EXCLUDE,
    names = {"SPIN", "YIELD"})
class AsyncWaitTest {

  private final WaitStrategy strategy;

  AsyncWaitTest(WaitStrategy strategy) {
    this.strategy = strategy;
  }

  private final List<String> told = new ArrayList<>();

  private static final class Forwarded extends ForwardingInts {
    Forwarded(SharedInts memory) {
      super(memory);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDifferentWordRegistersNobody(Memory kind) {
    SharedInts memory = kind.of(8, strategy);
    memory.setPlain(3, -7);
    assertThat(memory.awaitAsync(3, 7, () -> told.add("never"))).isNull();
    assertThat(memory.waiters(3)).isZero();
    assertThat(memory.notify(3, ALL)).isZero();
    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aNotificationTellsOnceOnTheNotifyingThread(Memory kind) throws Exception {
    SharedInts memory = new Forwarded(kind.of(8, strategy));
    List<Thread> where = new ArrayList<>();
    ask(memory, 0, () -> where.add(Thread.currentThread()));
    assertThat(memory.waiters(0)).isEqualTo(1);
    Side<Integer> notifier = Side.start(() -> memory.notify(0, ALL));
    assertThat(notifier.answer()).isEqualTo(1);
    assertThat(where).containsExactly(notifier.thread());
    assertThat(memory.waiters(0)).isZero();
    assertThat(memory.notify(0, ALL)).isZero();
    assertThat(where).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void sleepersAndAskersStandInOneLine(Memory kind) throws Exception {
    SharedInts memory = kind.of(8, strategy);
    ask(memory, 0, "first");
    Side<Awaited> sleeper = Side.waiter(memory, 0, FOREVER);
    ask(memory, 0, "third");
    assertThat(memory.waiters(0)).isEqualTo(3);
    assertThat(memory.notify(0, 2)).isEqualTo(2);
    assertThat(sleeper.answer()).isEqualTo(Awaited.OK);
    assertThat(told).containsExactly("first");
    assertThat(memory.notify(0, 1)).isEqualTo(1);
    assertThat(told).containsExactly("first", "third");
  }

  @ParameterizedTest
  @EnumSource
  void anotherWordsNotificationAndCountZeroTellNobody(Memory kind) {
    SharedInts memory = kind.of(8, strategy);
    ask(memory.view(2, 4), 1, "word 3");
    assertThat(memory.notify(1, ALL)).isZero();
    assertThat(memory.notify(3, 0)).isZero();
    assertThat(told).isEmpty();
    assertThat(memory.notify(3, 1)).isEqualTo(1);
    assertThat(told).containsExactly("word 3");
  }

  @ParameterizedTest
  @EnumSource
  void aNotificationWithNobodyWaitingIsNotRemembered(Memory kind) {
    SharedInts memory = kind.of(8, strategy);
    assertThat(memory.notify(0, ALL)).isZero();
    ask(memory, 0, "late");
    assertThat(told).isEmpty();
    assertThat(memory.waiters(0)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void whoCancelsIsNotToldAndTheNextIs(Memory kind) {
    SharedInts memory = kind.of(8, strategy);
    AsyncWait first = ask(memory, 0, "first");
    AsyncWait second = ask(memory, 0, "second");
    assertThat(first.cancel()).isTrue();
    assertThat(first.cancel()).isFalse();
    assertThat(memory.waiters(0)).isEqualTo(1);
    assertThat(memory.notify(0, 1)).isEqualTo(1);
    assertThat(told).containsExactly("second");
    assertThat(second.cancel()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void theCallbackRunsOutsideTheLockAndMayAskAgain(Memory kind) throws Exception {
    SharedInts memory = kind.of(8, strategy);
    ask(
        memory,
        0,
        () -> {
          try {
            // another thread gets the lock meanwhile
            assertThat(Side.start(() -> memory.notify(1, ALL)).answer()).isZero();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
          ask(memory, 0, "again");
          told.add("once");
        });
    assertThat(memory.notify(0, ALL)).isEqualTo(1);
    assertThat(told).containsExactly("once");
    assertThat(memory.notify(0, ALL)).isEqualTo(1);
    assertThat(told).containsExactly("once", "again");
  }

  @ParameterizedTest
  @EnumSource
  void aCallbackThatThrowsKeepsNobodyElseFromBeingTold(Memory kind) throws Exception {
    SharedInts memory = kind.of(8, strategy);
    IllegalStateException thrown = new IllegalStateException("thrown by the callback");
    ask(
        memory,
        0,
        () -> {
          throw thrown;
        });
    ask(memory, 0, "second");
    List<Throwable> uncaught = new ArrayList<>();
    Side<Integer> notifier =
        Side.start(
            () -> {
              Thread.currentThread().setUncaughtExceptionHandler((t, e) -> uncaught.add(e));
              return memory.notify(0, ALL);
            });
    assertThat(notifier.answer()).isEqualTo(2);
    assertThat(told).containsExactly("second");
    assertThat(uncaught).containsExactly(thrown);
  }

  /** Whoever changes the word first and notifies then is seen by the comparison or by the list. */
  @ParameterizedTest
  @EnumSource
  void noChangeIsMissed(Memory kind) throws Exception {
    SharedInts memory = kind.of(8, strategy);
    for (int round = 0; round < 2_000; round++) {
      int before = round;
      AtomicInteger calls = new AtomicInteger();
      Side<Integer> changer =
          round % 100 == 0
              ? Side.start(() -> change(memory, before + 1)) // a thread a round would be slow
              : null;
      boolean asked = memory.awaitAsync(0, before, calls::incrementAndGet) != null;
      if (changer == null) {
        change(memory, before + 1);
      } else {
        changer.answer();
      }
      if (asked && strategy.here().looksAgain()) {
        Side.until(() -> calls.get() == 1);
      }
      assertThat(calls.get()).as("round %s", round).isEqualTo(asked ? 1 : 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theIndexIsChecked(Memory kind) {
    SharedInts memory = kind.of(8, strategy);
    assertThatThrownBy(() -> memory.awaitAsync(8, 0, () -> told.add("never")))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("index=8, expected 0..7");
  }

  private static int change(SharedInts memory, int value) {
    memory.setRelease(0, value);
    return memory.notify(0, ALL);
  }

  private AsyncWait ask(SharedInts memory, int index, String name) {
    return ask(memory, index, () -> told.add(name));
  }

  private static AsyncWait ask(SharedInts memory, int index, Runnable callback) {
    @Nullable AsyncWait wait = memory.awaitAsync(index, 0, callback);
    return Objects.requireNonNull(wait, "registered");
  }
}
