package org.sabring.explore.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Code;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;

/** Locks of the JDK, as a model and as they are, used by two sides at once. */
class LocksOfJdkTest {

  /** The JDK asks in a race whether the own thread is the owner, since that is all that matters. */
  private static final Code REAL =
      Code.PLAIN
          .withRealLocks()
          .tolerating("AbstractOwnableSynchronizer.exclusiveOwnerThread", "Node.waiter");

  private static <S> Twice real(
      Program.Source<S> shared, Operation.Body<S> first, Operation.Body<S> second) {
    return Twice.of(
        () ->
            Program.sharing(shared)
                .side('A', Operation.of("first", first))
                .side('B', Operation.of("second", second))
                .with(REAL));
  }

  /** A box with a lock and a condition. */
  static final class Locked {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private int count;

    int next() {
      lock.lock();
      try {
        filled.signal();
        return ++count;
      } finally {
        lock.unlock();
      }
    }

    int tryNext() {
      if (!lock.tryLock()) {
        return -1;
      }
      try {
        return ++count;
      } finally {
        lock.unlock();
      }
    }

    int take() throws InterruptedException {
      lock.lock();
      try {
        while (count == 0) {
          filled.await();
        }
        return count--;
      } finally {
        lock.unlock();
      }
    }

    long takeInTime() throws InterruptedException {
      lock.lock();
      try {
        return count > 0 || filled.await(5, TimeUnit.NANOSECONDS) ? count : -1;
      } finally {
        lock.unlock();
      }
    }
  }

  private static final Operation.Body<Locked> NEXT = Locked::next;

  @ParameterizedTest
  @EnumSource
  void aLockAndItsCondition(MemoryModel model) throws Exception {
    assertThat(Twice.both(Locked::new, NEXT, NEXT).on(model).outcomes())
        .containsExactly("1; 2", "2; 1");
    assertThat(Twice.both(Locked::new, NEXT, Locked::take).on(model).outcomes())
        .containsExactly("1; 1");
    assertThat(Twice.both(Locked::new, NEXT, Locked::tryNext).on(model).outcomes())
        .containsExactly("1; -1", "1; 2", "2; 1");
    assertThat(Twice.both(Locked::new, NEXT, Locked::takeInTime).on(model).outcomes())
        .containsExactly("1; -1", "1; 1");
  }

  @ParameterizedTest
  @EnumSource
  void theLockOfTheJdkItself(MemoryModel model) throws Exception {
    assertThat(real(Locked::new, NEXT, NEXT).on(model).outcomes()).containsExactly("1; 2", "2; 1");
    assertThat(real(Locked::new, NEXT, Locked::tryNext).on(model).outcomes())
        .containsExactly("1; -1", "1; 2", "2; 1");
  }

  @Test
  void theConditionOfTheJdkItself() throws Exception {
    assertThat(real(Locked::new, NEXT, Locked::take).outcomes()).containsExactly("1; 1");
  }

  /** A lock that a side makes, and another uses. */
  static final class Lazy {
    volatile @Nullable Locked made;
    volatile int sign;

    int make() {
      Locked locked = new Locked();
      made = locked;
      return locked.next();
    }

    /** As soon as this or that is so. */
    int makeOnly() {
      int before = sign;
      made = new Locked();
      return before;
    }

    int nextOfMade() {
      Locked locked = made;
      return locked == null ? -1 : locked.next();
    }

    int use() throws InterruptedException {
      sign = 1;
      Locked locked = made;
      return locked == null ? 0 : locked.take();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLockThatASideMakesIsTheSameForBoth(MemoryModel model) throws Exception {
    assertThat(Twice.both(Lazy::new, Lazy::make, Lazy::use).on(model).outcomes())
        .containsExactly("1; 0", "1; 1");
  }

  @ParameterizedTest
  @EnumSource
  void soIsItsCondition(MemoryModel model) throws Exception {
    Twice twice =
        Twice.of(
            () ->
                Program.sharing(Lazy::new)
                    .side(
                        'A',
                        Operation.of("make", Lazy::makeOnly),
                        Operation.of("next", Lazy::nextOfMade))
                    .side('B', Operation.of("use", Lazy::use)));
    assertThat(twice.on(model).outcomes()).containsExactly("0 1; 0", "0 1; 1", "1 1; 0", "1 1; 1");
  }

  @Test
  void semaphoresAndLatches() throws Exception {
    Operation.Body<Semaphore> acquires =
        semaphore -> {
          semaphore.acquire();
          int left = semaphore.availablePermits();
          semaphore.release();
          return left;
        };
    assertThat(Twice.both(() -> new Semaphore(1), acquires, acquires).outcomes())
        .containsExactly("0; 0");
    assertThat(
            Twice.both(
                    () -> new CountDownLatch(1),
                    latch -> {
                      latch.countDown();
                      return null;
                    },
                    latch -> {
                      latch.await();
                      return latch.getCount();
                    })
                .outcomes())
        .containsExactly("; 0");
  }
}
