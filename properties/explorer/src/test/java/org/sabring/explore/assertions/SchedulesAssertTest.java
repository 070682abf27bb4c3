package org.sabring.explore.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sabring.explore.assertions.ScheduleAssertions.RELEASE_ACQUIRE;
import static org.sabring.explore.assertions.ScheduleAssertions.SC;
import static org.sabring.explore.assertions.ScheduleAssertions.TSO;
import static org.sabring.explore.assertions.ScheduleAssertions.action;
import static org.sabring.explore.assertions.ScheduleAssertions.assertThatSchedulesOf;

import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SchedulesAssertTest {

  private static SchedulesAssert<HandleQueue<Integer>> twoAndTwo(
      SchedulesAssert<HandleQueue<Integer>> queue) {
    return queue
        .side("P", ring -> ring.offer(1), ring -> ring.offer(2))
        .side("C", HandleQueue::poll, HandleQueue::poll);
  }

  @Test
  void passesAQueueThatIsRight() {
    twoAndTwo(assertThatSchedulesOf(() -> new HandleQueue<>(2)))
        .on(SC, TSO, RELEASE_ACQUIRE)
        .areLinearizable();
  }

  @Test
  void findsAnOpaqueLoadAndTellsHowToKeepItAsATest() {
    SchedulesAssert<HandleQueue<Integer>> planted =
        twoAndTwo(assertThatSchedulesOf(() -> new HandleQueue.Opaque<>(2)));

    Throwable thrown = catchThrowable(planted::areLinearizable);

    assertThat(thrown)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("on release/acquire memory: a data race")
        .hasMessageContaining("HandleQueue.java:")
        .hasMessageContaining("assertThatSchedulesOf(() -> new HandleQueue.Opaque<>(2))")
        .hasMessageContaining(".side(\"P\", it -> it.offer(1))")
        .hasMessageContaining(".on(RELEASE_ACQUIRE)")
        .hasMessageContaining(".areLinearizable();");
  }

  @Test
  void passesTheSameOnStrongMemory() {
    twoAndTwo(assertThatSchedulesOf(() -> new HandleQueue.Opaque<>(2)))
        .on(SC, TSO)
        .areLinearizable();
  }

  @Test
  void replaysAScheduleThatWasFound() {
    AssertionError found =
        catchThrowableOfType(
            AssertionError.class,
            () ->
                twoAndTwo(assertThatSchedulesOf(() -> new HandleQueue.Opaque<>(2)))
                    .areLinearizable());
    String schedule =
        String.valueOf(found.getMessage()).replaceAll("(?s).*replaying\\(\"(\\w+)\"\\).*", "$1");

    assertThatThrownBy(
            () ->
                assertThatSchedulesOf(() -> new HandleQueue.Opaque<Integer>(2))
                    .side("P", it -> it.offer(1))
                    .side("C", it -> it.poll())
                    .replaying(schedule)
                    .areLinearizable())
        .hasMessageContaining("a data race");
  }

  @Test
  void exploresWhatAScheduleNoLongerFits() {
    assertThatThrownBy(
            () ->
                twoAndTwo(assertThatSchedulesOf(() -> new HandleQueue.Opaque<>(2)))
                    .replaying("PPPPPPPPPPPPPPPPPPPPPPPP")
                    .areLinearizable())
        .hasMessageContaining("a data race");
  }

  @Test
  void exploresWhatAScheduleLeadsToNoEndOf() {
    assertThatThrownBy(
            () ->
                assertThatSchedulesOf(AtomicInteger::new)
                    .side("A", it -> storesUntil(it, 1, 5))
                    .side("B", it -> storesUntil(it, 2, 6))
                    .on(SC)
                    .replaying("A")
                    .endWell())
        .hasMessageContaining("no schedule leads from here to an end");
  }

  private static boolean storesUntil(AtomicInteger counter, int own, int end) {
    while (counter.get() != end) {
      counter.set(own);
    }
    return true;
  }

  @Test
  void saysUnknownBeyondItsBound() {
    assertThatThrownBy(
            () ->
                twoAndTwo(assertThatSchedulesOf(() -> new HandleQueue<>(2)))
                    .within(5)
                    .areLinearizable())
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("UNKNOWN: on sequentially consistent memory the first 5 states");
  }

  @Test
  void holdsABlockingQueueToABoundedFifo() {
    assertThatSchedulesOf(() -> new ArrayBlockingQueue<Integer>(1))
        .side("P", action(queue -> queue.put(1)), action(queue -> queue.put(2)))
        .side("C", BlockingQueue::take, BlockingQueue::take)
        .boundedFifo(1)
        .areLinearizable();
  }

  @Test
  void findsASideThatSleepsForEver() {
    assertThatThrownBy(
            () ->
                assertThatSchedulesOf(() -> new CountDownLatch(2))
                    .side("P", action(CountDownLatch::countDown))
                    .side("C", action(CountDownLatch::await))
                    .endWell())
        .hasMessageContaining("is parked for ever")
        .hasMessageContaining(".side(\"P\", it -> it.countDown())");
  }

  @Test
  void letsASideWaitWhereThatIsSaid() {
    assertThatSchedulesOf(() -> new CountDownLatch(2))
        .side("P", action(CountDownLatch::countDown))
        .side("C", action(CountDownLatch::await))
        .mayWait()
        .endWell();
  }

  @Test
  void finallyLooksAtWhatIsLeft() {
    assertThatThrownBy(
            () ->
                assertThatSchedulesOf(AtomicInteger::new)
                    .side("A", it -> lost(it))
                    .side("B", it -> lost(it))
                    .finallyOn("A", AtomicInteger::get)
                    .areLinearizable())
        .hasMessageContaining("get returned 1");
  }

  private static boolean lost(AtomicInteger counter) {
    counter.set(counter.get() + 1);
    return true;
  }

  @Test
  void refusesWhatATestCaptures() {
    Object mine = new Object();
    assertThatThrownBy(
            () ->
                assertThatSchedulesOf(AtomicInteger::new)
                    .side("A", it -> Objects.equals(it, mine))
                    .endWell())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object");
  }
}
