package org.sabring.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sabring.memory.SharedInts.FOREVER;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.Side;

/**
 * Two ends of a wait that meet. The word is loaded inside the lock; so a load that does not return
 * holds the lock, and a waiter that gave up must wait for it, still in the list.
 */
@Timeout(60)
class WaiterListsTest {

  private final WaiterLists lists = new WaiterLists(WaitStrategy.LOCK);

  @Test
  void notificationWinsOverInterruptAndTheStatusStaysSet() throws Exception {
    Side<Boolean> waiter =
        Side.start(
            () -> {
              assertThat(lists.await(0, () -> 0, 0, FOREVER)).isEqualTo(Awaited.OK);
              return Thread.currentThread().isInterrupted();
            });
    Side.until(() -> lists.waiters(0) == 1);
    insideTheLock(
        () -> {
          waiter.thread().interrupt();
          Side.until(() -> waiter.thread().getState() == Thread.State.BLOCKED);
          assertThat(lists.notify(0, 1)).isEqualTo(1);
        });
    assertThat(waiter.answer()).isTrue();
  }

  @Test
  void notificationWinsOverTimeout() throws Exception {
    AtomicInteger woken = new AtomicInteger();
    while (woken.get() == 0) { // until the lock was taken before the time was up
      Side<Awaited> waiter =
          Side.start(() -> lists.await(0, () -> 0, 0, TimeUnit.MILLISECONDS.toNanos(50)));
      Side.until(() -> lists.waiters(0) == 1 || !waiter.thread().isAlive());
      insideTheLock(
          () -> {
            Side.until(() -> hasGivenUp(waiter.thread()));
            woken.set(lists.notify(0, 1));
          });
      assertThat(waiter.answer()).isEqualTo(woken.get() == 1 ? Awaited.OK : Awaited.TIMED_OUT);
    }
  }

  private static boolean hasGivenUp(Thread thread) {
    return thread.getState() == Thread.State.BLOCKED || !thread.isAlive();
  }

  private void insideTheLock(Runnable action) throws InterruptedException {
    Awaited answer =
        lists.await(
            1,
            () -> {
              action.run();
              return 1;
            },
            0,
            FOREVER);
    assertThat(answer).isEqualTo(Awaited.NOT_EQUAL);
  }
}
