package org.sabring.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.sabring.memory.Awaited.NOT_EQUAL;
import static org.sabring.memory.Awaited.OK;
import static org.sabring.memory.Awaited.TIMED_OUT;
import static org.sabring.memory.SharedInts.ALL;
import static org.sabring.memory.SharedInts.FOREVER;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.sabring.Memory;
import org.sabring.Side;

/**
 * What test262 checks of ECMAScript's wait ({@code built-ins/Atomics/wait}), on every memory.
 *
 * <table>
 *   <caption>test262 and its counterpart here</caption>
 *   <tr><th>test262, wait/</th><th>here</th></tr>
 *   <tr><td>value-not-equal, wait-index-value-not-equal</td>
 *       <td>{@link #aDifferentWordDoesNotBlock}</td></tr>
 *   <tr><td>negative-timeout; false-for-timeout, null-for-timeout (0)</td>
 *       <td>{@link #zeroAndNegativeTimeoutsDoNotBlock}</td></tr>
 *   <tr><td>did-timeout, true-for-timeout</td>
 *       <td>{@link #aTimeoutEndsTheWaitAndNotTooEarly}</td></tr>
 *   <tr><td>nan-for-timeout, undefined-for-timeout (infinite); was-woken</td>
 *       <td>{@link NotifyTest#notificationEndsAnEndlessWait}</td></tr>
 *   <tr><td>was-woken-before-timeout</td><td>{@link #notificationEndsATimedWait}</td></tr>
 *   <tr><td>no-spurious-wakeup-on-store, -add, -exchange, -and, -or, -xor, -sub, -compareExchange,
 *       no-spurious-wakeup-no-operation</td><td>{@link #aStoreAloneWakesNobody}</td></tr>
 *   <tr><td>waiterlist-block-indexedposition-wake</td>
 *       <td>{@link NotifyTest#anotherWordsNotificationWakesNobody}</td></tr>
 *   <tr><td>waiterlist-order-of-operations-is-fifo</td>
 *       <td>{@link NotifyTest#waitersWakeFirstInFirstOut}</td></tr>
 *   <tr><td>good-views</td><td>{@link #viewsShareTheWaiterLists}</td></tr>
 *   <tr><td>bad-range, negative-index-throws, out-of-range-index-throws</td>
 *       <td>{@link SharedIntsTest#everyIndexIsChecked}</td></tr>
 *   <tr><td>the rest: coercion of arguments, other array types, buffers not shared, agents that may
 *       not block</td><td>cannot be written in Java</td></tr>
 * </table>
 *
 * <p>What ECMAScript leaves out, interrupts and left-over permits, is at the end; what happens when
 * two ends of a wait meet is in {@link WaiterListsTest}.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource(
    mode = Mode.EXCLUDE,
    names = {"SPIN", "YIELD"})
class WaitTest {

  private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(30);
  private static final long LONG = TimeUnit.MINUTES.toNanos(10);

  private final WaitStrategy strategy;

  WaitTest(WaitStrategy strategy) {
    this.strategy = strategy;
  }

  @ParameterizedTest
  @EnumSource
  void aDifferentWordDoesNotBlock(Memory kind) throws Exception {
    SharedInts memory = kind.of(8, strategy);
    memory.setPlain(3, -7);
    assertThat(memory.await(3, 7, FOREVER)).isEqualTo(NOT_EQUAL);
    assertThat(memory.await(3, 0, 0)).isEqualTo(NOT_EQUAL);
    assertThat(memory.waiters(3)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void zeroAndNegativeTimeoutsDoNotBlock(Memory kind) throws Exception {
    SharedInts memory = kind.of(8, strategy);
    for (long timeout : new long[] {0, -1, Long.MIN_VALUE}) {
      assertThat(memory.await(0, 0, timeout)).isEqualTo(TIMED_OUT);
    }
    assertThat(memory.waiters(0)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aTimeoutEndsTheWaitAndNotTooEarly(Memory kind) throws Exception {
    SharedInts memory = kind.of(8, strategy);
    long start = System.nanoTime();
    assertThat(memory.await(0, 0, SHORT)).isEqualTo(TIMED_OUT);
    assertThat(System.nanoTime() - start).isBetween(SHORT, LONG);
    assertThat(memory.waiters(0)).isZero();
    assertThat(memory.notify(0, ALL)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void notificationEndsATimedWait(Memory kind) throws Exception {
    SharedInts memory = kind.of(8, strategy);
    Side<Awaited> waiter = Side.waiter(memory, 0, LONG);
    assertThat(memory.notify(0, 1)).isEqualTo(1);
    assertThat(waiter.answer()).isEqualTo(OK);
  }

  @ParameterizedTest
  @EnumSource
  void aStoreAloneWakesNobody(Memory kind) throws Exception {
    assumeFalse(strategy.here().looksAgain(), "it compares by itself");
    SharedInts memory = kind.of(8, strategy);
    Side<Awaited> waiter = Side.waiter(memory, 0, 10 * SHORT);
    memory.setPlain(0, 1);
    memory.setOpaque(0, 2);
    memory.setRelease(0, 3);
    memory.setVolatile(0, 4);
    memory.addOpaque(0, 1);
    memory.getAndAdd(0, 1);
    assertThat(waiter.answer()).isEqualTo(TIMED_OUT);
  }

  @ParameterizedTest
  @EnumSource
  void viewsShareTheWaiterLists(Memory kind) throws Exception {
    SharedInts memory = kind.of(8, strategy);
    SharedInts view = memory.view(2, 4);
    Side<Awaited> waiter = Side.waiter(view.view(1, 2), 1, FOREVER);
    assertThat(memory.waiters(4)).isEqualTo(1);
    assertThat(memory.notify(1, ALL)).isZero();
    assertThat(view.notify(2, ALL)).isEqualTo(1);
    assertThat(waiter.answer()).isEqualTo(OK);
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsTheWaitAndLeavesTheListClean(Memory kind) throws Exception {
    SharedInts memory = kind.of(8, strategy);
    Side<Awaited> interrupted = Side.waiter(memory, 0, FOREVER);
    Side<Awaited> other = Side.waiter(memory, 0, FOREVER);
    interrupted.thread().interrupt();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(interrupted::answer)
        .withCauseInstanceOf(InterruptedException.class);
    assertThat(memory.notify(0, 1)).isEqualTo(1);
    assertThat(other.answer()).isEqualTo(OK);
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptBeforeTheWaitCountsOnlyIfItWouldBlock(Memory kind) throws Exception {
    SharedInts memory = kind.of(8, strategy);
    Thread.currentThread().interrupt();
    assertThat(memory.await(0, 1, FOREVER)).isEqualTo(NOT_EQUAL);
    assertThat(memory.await(0, 0, 0)).isEqualTo(TIMED_OUT);
    assertThatThrownBy(() -> memory.await(0, 0, FOREVER)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(memory.waiters(0)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aPermitLeftOverWakesNobody(Memory kind) throws Exception {
    SharedInts memory = kind.of(8, strategy);
    long start = System.nanoTime();
    LockSupport.unpark(Thread.currentThread());
    assertThat(memory.await(0, 0, SHORT)).isEqualTo(TIMED_OUT);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(SHORT);
    Side<Awaited> waiter = Side.waiter(memory, 0, 10 * SHORT);
    LockSupport.unpark(waiter.thread());
    assertThat(waiter.answer()).isEqualTo(TIMED_OUT);
  }
}
