package org.sabring.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sabring.memory.Awaited.OK;
import static org.sabring.memory.Awaited.TIMED_OUT;
import static org.sabring.memory.SharedInts.ALL;
import static org.sabring.memory.SharedInts.FOREVER;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.sabring.Memory;
import org.sabring.Side;

/**
 * What test262 checks of ECMAScript's notify ({@code built-ins/Atomics/notify}), on every memory.
 *
 * <table>
 *   <caption>test262 and its counterpart here</caption>
 *   <tr><th>test262, notify/</th><th>here</th></tr>
 *   <tr><td>notify-in-order, notify-in-order-one-time</td>
 *       <td>{@link #waitersWakeFirstInFirstOut}</td></tr>
 *   <tr><td>notify-zero, notify-nan, count-from-nans</td>
 *       <td>{@link #countZeroWakesNobody}</td></tr>
 *   <tr><td>notify-one, notify-two</td><td>{@link #countLimitsHowManyWake}</td></tr>
 *   <tr><td>notify-all, notify-all-on-loc, count-defaults-to-infinity-missing, -undefined</td>
 *       <td>{@link #allWakesEveryWaiterOfTheWord}</td></tr>
 *   <tr><td>notify-renotify-noop</td><td>{@link #notificationEndsAnEndlessWait}</td></tr>
 *   <tr><td>notify-with-no-agents-waiting, count-boundary-cases</td>
 *       <td>{@link #aNotificationWithNobodyWaitingIsNotRemembered}</td></tr>
 *   <tr><td>notify-with-no-matching-agents-waiting</td>
 *       <td>{@link #anotherWordsNotificationWakesNobody}</td></tr>
 *   <tr><td>negative-count (ECMAScript takes it as 0; here it is an error)</td>
 *       <td>{@link #aNegativeCountIsMisuse}</td></tr>
 *   <tr><td>bad-range, negative-index-throws, out-of-range-index-throws</td>
 *       <td>{@link SharedIntsTest#everyIndexIsChecked}</td></tr>
 *   <tr><td>the rest: coercion of arguments, other array types, buffers not shared</td>
 *       <td>cannot be written in Java</td></tr>
 * </table>
 */
@Timeout(60)
@ParameterizedClass
@EnumSource(
    mode = Mode.EXCLUDE,
    names = {"SPIN", "YIELD"})
class NotifyTest {

  private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(30);

  private final WaitStrategy strategy;

  NotifyTest(WaitStrategy strategy) {
    this.strategy = strategy;
  }

  @ParameterizedTest
  @EnumSource
  void notificationEndsAnEndlessWait(Memory kind) throws Exception {
    SharedInts memory = kind.of(8, strategy);
    Side<Awaited> waiter = Side.waiter(memory, 0, FOREVER);
    assertThat(memory.notify(0, 1)).isEqualTo(1);
    assertThat(memory.notify(0, 1)).isZero();
    assertThat(waiter.answer()).isEqualTo(OK);
  }

  @ParameterizedTest
  @EnumSource
  void anotherWordsNotificationWakesNobody(Memory kind) throws Exception {
    SharedInts memory = kind.of(4, strategy);
    Side<Awaited> at0 = Side.waiter(memory, 0, FOREVER);
    Side<Awaited> at2 = Side.waiter(memory, 2, FOREVER);
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
    SharedInts memory = kind.of(8, strategy);
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
    SharedInts memory = kind.of(8, strategy);
    Side<Awaited> waiter = Side.waiter(memory, 0, FOREVER);
    assertThat(memory.notify(0, 0)).isZero();
    assertThat(memory.waiters(0)).isEqualTo(1);
    assertThat(memory.notify(0, 1)).isEqualTo(1);
    assertThat(waiter.answer()).isEqualTo(OK);
  }

  @ParameterizedTest
  @EnumSource
  void countLimitsHowManyWake(Memory kind) throws Exception {
    SharedInts memory = kind.of(8, strategy);
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
    SharedInts memory = kind.of(8, strategy);
    List<Side<Awaited>> waiters = waiters(memory, 3);
    Side<Awaited> elsewhere = Side.waiter(memory, 1, FOREVER);
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
    SharedInts memory = kind.of(8, strategy);
    assertThat(memory.notify(0, 33)).isZero();
    assertThat(memory.notify(0, ALL)).isZero();
    assertThat(memory.await(0, 0, SHORT)).isEqualTo(TIMED_OUT);
  }

  @ParameterizedTest
  @EnumSource
  void aNegativeCountIsMisuse(Memory kind) {
    assertThatThrownBy(() -> kind.of(8, strategy).notify(0, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count=-1, expected at least 0");
  }

  private static List<Side<Awaited>> waiters(SharedInts memory, int count) {
    List<Side<Awaited>> sides = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sides.add(Side.waiter(memory, 0, FOREVER));
    }
    return sides;
  }
}
