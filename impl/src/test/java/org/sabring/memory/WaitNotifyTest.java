package org.sabring.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sabring.memory.Awaited.NOT_EQUAL;
import static org.sabring.memory.Awaited.OK;
import static org.sabring.memory.Awaited.TIMED_OUT;
import static org.sabring.memory.SharedInts.ALL;
import static org.sabring.memory.SharedInts.FOREVER;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.Memory;
import org.sabring.Side;

/**
 * What test262 checks of ECMAScript's wait and notify ({@code built-ins/Atomics/wait} and {@code
 * built-ins/Atomics/notify}), on every memory.
 *
 * <table>
 *   <caption>test262 and its counterpart here</caption>
 *   <tr><th>test262</th><th>here</th></tr>
 *   <tr><td>wait/value-not-equal, wait-index-value-not-equal</td>
 *       <td>{@link #aDifferentWordDoesNotBlock}</td></tr>
 *   <tr><td>wait/false-for-timeout, null-for-timeout (0)</td>
 *       <td>{@link #zeroAndNegativeTimeoutsDoNotBlock}</td></tr>
 *   <tr><td>wait/negative-timeout</td><td>{@link #zeroAndNegativeTimeoutsDoNotBlock}</td></tr>
 *   <tr><td>wait/did-timeout, true-for-timeout</td>
 *       <td>{@link #aTimeoutEndsTheWaitAndNotTooEarly}</td></tr>
 *   <tr><td>wait/nan-for-timeout, undefined-for-timeout (infinite)</td>
 *       <td>{@link #notificationEndsAnEndlessWait}</td></tr>
 *   <tr><td>wait/was-woken</td><td>{@link #notificationEndsAnEndlessWait}</td></tr>
 *   <tr><td>wait/was-woken-before-timeout</td>
 *       <td>{@link #notificationEndsATimedWait}</td></tr>
 *   <tr><td>wait/no-spurious-wakeup-on-store, -add, -exchange, -and, -or, -xor, -sub,
 *       -compareExchange, no-spurious-wakeup-no-operation</td>
 *       <td>{@link #aStoreAloneWakesNobody}</td></tr>
 *   <tr><td>wait/waiterlist-block-indexedposition-wake</td>
 *       <td>{@link #anotherWordsNotificationWakesNobody}</td></tr>
 *   <tr><td>wait/waiterlist-order-of-operations-is-fifo</td>
 *       <td>{@link #waitersWakeFirstInFirstOut}</td></tr>
 *   <tr><td>wait/good-views</td><td>{@link #viewsShareTheWaiterLists}</td></tr>
 *   <tr><td>wait/bad-range, negative-index-throws, out-of-range-index-throws</td>
 *       <td>{@link SharedIntsTest#everyIndexIsChecked}</td></tr>
 *   <tr><td>notify/bad-range, negative-index-throws, out-of-range-index-throws</td>
 *       <td>{@link SharedIntsTest#everyIndexIsChecked}</td></tr>
 *   <tr><td>notify/notify-in-order, notify-in-order-one-time</td>
 *       <td>{@link #waitersWakeFirstInFirstOut}</td></tr>
 *   <tr><td>notify/notify-zero, notify-nan, count-from-nans</td>
 *       <td>{@link #countZeroWakesNobody}</td></tr>
 *   <tr><td>notify/notify-one, notify-two</td>
 *       <td>{@link #countLimitsHowManyWake}</td></tr>
 *   <tr><td>notify/notify-all, notify-all-on-loc, count-defaults-to-infinity</td>
 *       <td>{@link #allWakesEveryWaiterOfTheWord}</td></tr>
 *   <tr><td>notify/notify-renotify-noop</td>
 *       <td>{@link #notificationEndsAnEndlessWait}</td></tr>
 *   <tr><td>notify/notify-with-no-agents-waiting, count-boundary-cases</td>
 *       <td>{@link #aNotificationWithNobodyWaitingIsNotRemembered}</td></tr>
 *   <tr><td>notify/notify-with-no-matching-agents-waiting</td>
 *       <td>{@link #anotherWordsNotificationWakesNobody}</td></tr>
 *   <tr><td>notify/negative-count (ECMAScript: as 0)</td>
 *       <td>{@link #aNegativeCountIsMisuse}: here an error</td></tr>
 *   <tr><td>the rest: coercion of arguments, other array types, buffers not shared, agents that may
 *       not block</td><td>cannot be written in Java</td></tr>
 * </table>
 *
 * <p>What ECMAScript leaves out, interrupts and left-over permits, follows at the end; what happens
 * when two ends of a wait meet is in {@link WaiterListsTest}.
 */
@Timeout(60)
class WaitNotifyTest {

  private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(30);
  private static final long LONG = TimeUnit.MINUTES.toNanos(10);

  @ParameterizedTest
  @EnumSource
  void aDifferentWordDoesNotBlock(Memory kind) throws Exception {
    SharedInts memory = kind.of(8);
    memory.setPlain(3, -7);
    assertThat(memory.await(3, 7, FOREVER)).isEqualTo(NOT_EQUAL);
    assertThat(memory.await(3, 0, 0)).isEqualTo(NOT_EQUAL);
    assertThat(memory.waiters(3)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void zeroAndNegativeTimeoutsDoNotBlock(Memory kind) throws Exception {
    SharedInts memory = kind.of(8);
    for (long timeout : new long[] {0, -1, Long.MIN_VALUE}) {
      assertThat(memory.await(0, 0, timeout)).isEqualTo(TIMED_OUT);
    }
    assertThat(memory.waiters(0)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aTimeoutEndsTheWaitAndNotTooEarly(Memory kind) throws Exception {
    SharedInts memory = kind.of(8);
    long start = System.nanoTime();
    assertThat(memory.await(0, 0, SHORT)).isEqualTo(TIMED_OUT);
    assertThat(System.nanoTime() - start).isBetween(SHORT, LONG);
    assertThat(memory.waiters(0)).isZero();
    assertThat(memory.notify(0, ALL)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void notificationEndsAnEndlessWait(Memory kind) throws Exception {
    SharedInts memory = kind.of(8);
    Side<Awaited> waiter = waiter(memory, 0, FOREVER);
    assertThat(memory.notify(0, 1)).isEqualTo(1);
    assertThat(memory.notify(0, 1)).isZero();
    assertThat(waiter.answer()).isEqualTo(OK);
  }

  @ParameterizedTest
  @EnumSource
  void notificationEndsATimedWait(Memory kind) throws Exception {
    SharedInts memory = kind.of(8);
    Side<Awaited> waiter = waiter(memory, 0, LONG);
    assertThat(memory.notify(0, 1)).isEqualTo(1);
    assertThat(waiter.answer()).isEqualTo(OK);
  }

  @ParameterizedTest
  @EnumSource
  void aStoreAloneWakesNobody(Memory kind) throws Exception {
    SharedInts memory = kind.of(8);
    Side<Awaited> waiter = waiter(memory, 0, 10 * SHORT);
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
  void anotherWordsNotificationWakesNobody(Memory kind) throws Exception {
    SharedInts memory = kind.of(4);
    Side<Awaited> at0 = waiter(memory, 0, FOREVER);
    Side<Awaited> at2 = waiter(memory, 2, FOREVER);
    assertThat(memory.notify(1, ALL)).isZero();
    assertThat(memory.notify(3, ALL)).isZero();
    assertThat(memory.notify(2, ALL)).isEqualTo(1);
    assertThat(at2.answer()).isEqualTo(OK);
    assertThat(memory.waiters(0)).isEqualTo(1);
    assertThat(memory.notify(0, ALL)).isEqualTo(1);
    assertThat(at0.answer()).isEqualTo(OK);
  }

  @ParameterizedTest
  @EnumSource
  void waitersWakeFirstInFirstOut(Memory kind) throws Exception {
    SharedInts memory = kind.of(8);
    List<Side<Awaited>> waiters = waiters(memory, 5);
    for (Side<Awaited> next : waiters) {
      assertThat(memory.notify(0, 1)).isEqualTo(1);
      assertThat(next.answer()).isEqualTo(OK);
    }
    assertThat(memory.notify(0, 1)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void countZeroWakesNobody(Memory kind) throws Exception {
    SharedInts memory = kind.of(8);
    Side<Awaited> waiter = waiter(memory, 0, FOREVER);
    assertThat(memory.notify(0, 0)).isZero();
    assertThat(memory.waiters(0)).isEqualTo(1);
    assertThat(memory.notify(0, 1)).isEqualTo(1);
    assertThat(waiter.answer()).isEqualTo(OK);
  }

  @ParameterizedTest
  @EnumSource
  void countLimitsHowManyWake(Memory kind) throws Exception {
    SharedInts memory = kind.of(8);
    List<Side<Awaited>> waiters = waiters(memory, 4);
    assertThat(memory.notify(0, 2)).isEqualTo(2);
    assertThat(waiters.get(0).answer()).isEqualTo(OK);
    assertThat(waiters.get(1).answer()).isEqualTo(OK);
    assertThat(memory.waiters(0)).isEqualTo(2);
    assertThat(memory.notify(0, 3)).isEqualTo(2);
    assertThat(waiters.get(3).answer()).isEqualTo(OK);
  }

  @ParameterizedTest
  @EnumSource
  void allWakesEveryWaiterOfTheWord(Memory kind) throws Exception {
    SharedInts memory = kind.of(8);
    List<Side<Awaited>> waiters = waiters(memory, 3);
    Side<Awaited> elsewhere = waiter(memory, 1, FOREVER);
    assertThat(memory.notify(0, ALL)).isEqualTo(3);
    for (Side<Awaited> waiter : waiters) {
      assertThat(waiter.answer()).isEqualTo(OK);
    }
    assertThat(memory.waiters(1)).isEqualTo(1);
    assertThat(memory.notify(1, ALL)).isEqualTo(1);
    assertThat(elsewhere.answer()).isEqualTo(OK);
  }

  @ParameterizedTest
  @EnumSource
  void aNotificationWithNobodyWaitingIsNotRemembered(Memory kind) throws Exception {
    SharedInts memory = kind.of(8);
    assertThat(memory.notify(0, 33)).isZero();
    assertThat(memory.notify(0, ALL)).isZero();
    assertThat(memory.await(0, 0, SHORT)).isEqualTo(TIMED_OUT);
  }

  @ParameterizedTest
  @EnumSource
  void aNegativeCountIsMisuse(Memory kind) {
    assertThatThrownBy(() -> kind.of(8).notify(0, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count=-1, expected at least 0");
  }

  @ParameterizedTest
  @EnumSource
  void viewsShareTheWaiterLists(Memory kind) throws Exception {
    SharedInts memory = kind.of(8);
    SharedInts view = memory.view(2, 4);
    Side<Awaited> waiter = waiter(view.view(1, 2), 1, FOREVER);
    assertThat(memory.waiters(4)).isEqualTo(1);
    assertThat(memory.notify(1, ALL)).isZero();
    assertThat(view.notify(2, ALL)).isEqualTo(1);
    assertThat(waiter.answer()).isEqualTo(OK);
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsTheWaitAndLeavesTheListClean(Memory kind) throws Exception {
    SharedInts memory = kind.of(8);
    Side<Awaited> interrupted = waiter(memory, 0, FOREVER);
    Side<Awaited> other =
        Side.start(
            () -> {
              Side.untilWaiting(memory, 0, 1);
              return memory.await(0, 0, FOREVER);
            });
    Side.untilWaiting(memory, 0, 2);
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
    SharedInts memory = kind.of(8);
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
    SharedInts memory = kind.of(8);
    LockSupport.unpark(Thread.currentThread());
    assertThat(memory.await(0, 0, SHORT)).isEqualTo(TIMED_OUT);
    Side<Awaited> waiter = waiter(memory, 0, 10 * SHORT);
    LockSupport.unpark(waiter.thread());
    assertThat(waiter.answer()).isEqualTo(TIMED_OUT);
  }

  private static Side<Awaited> waiter(SharedInts memory, int index, long timeoutNanos) {
    int before = memory.waiters(index);
    Side<Awaited> side = Side.start(() -> memory.await(index, 0, timeoutNanos));
    Side.untilWaiting(memory, index, before + 1);
    return side;
  }

  private static List<Side<Awaited>> waiters(SharedInts memory, int count) {
    List<Side<Awaited>> sides = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sides.add(waiter(memory, 0, FOREVER));
    }
    return sides;
  }
}
