package org.sabring.explore.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.Code;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;

/** Classes of the JDK that threads share, used by two sides at once. */
class JdkTest {

  /** The JDK asks in a race whether the own thread is the owner, since that is all that matters. */
  private static final Code REAL =
      Code.PLAIN.withRealLocks().tolerating("AbstractOwnableSynchronizer.exclusiveOwnerThread", "Node.waiter");

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

    int make() {
      Locked locked = new Locked();
      made = locked;
      return locked.next();
    }

    int use() throws InterruptedException {
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

  /** Fields with updaters. */
  static final class Updated {
    static final AtomicIntegerFieldUpdater<Updated> COUNT =
        AtomicIntegerFieldUpdater.newUpdater(Updated.class, "count");
    static final AtomicReferenceFieldUpdater<Updated, String> NAME =
        AtomicReferenceFieldUpdater.newUpdater(Updated.class, String.class, "name");
    volatile int count;
    volatile @Nullable String name;

    String update() {
      boolean first = NAME.compareAndSet(this, null, "x");
      return COUNT.incrementAndGet(this) + (first ? " first" : "");
    }
  }

  private static <S> List<String> same(Program.Source<S> shared, Operation.Body<S> call)
      throws InterruptedException {
    List<String> on = List.copyOf(Twice.both(shared, call, call).outcomes());
    for (MemoryModel model : MemoryModel.values()) {
      assertThat(Twice.both(shared, call, call).on(model).outcomes()).containsExactlyElementsOf(on);
    }
    return on;
  }

  @Test
  void atomics() throws Exception {
    assertThat(same(AtomicInteger::new, AtomicInteger::incrementAndGet))
        .containsExactly("1; 2", "2; 1");
    assertThat(same(AtomicBoolean::new, flag -> flag.compareAndSet(false, true)))
        .containsExactly("false; true", "true; false");
    assertThat(same(() -> new AtomicReference<>("a"), r -> r.getAndUpdate(old -> old + "b")))
        .containsExactly("a; ab", "ab; a");
    assertThat(same(() -> new AtomicIntegerArray(2), array -> array.addAndGet(1, 5)))
        .containsExactly("10; 5", "5; 10");
    assertThat(same(Updated::new, Updated::update))
        .containsExactly("1 first; 2", "1; 2 first", "2 first; 1", "2; 1 first");
  }

  /** Its compare-and-sets may fail for no reason, each time it tries elsewhere: there is no end. */
  @Test
  void anAdderIsUnknown() throws Exception {
    Operation.Body<LongAdder> adds =
        adder -> {
          adder.increment();
          return adder.sum();
        };
    Exploration some =
        Twice.both(LongAdder::new, adds, adds).with(Options.PLAIN.states(2000)).explored();
    assertThat(some.status()).isEqualTo(Status.UNKNOWN);
    assertThat(some.outcomes()).isNotEmpty().isSubsetOf("1; 2", "2; 1", "2; 2");
  }

  @Test
  void aWeakCompareAndSetMayFailForNoReason() throws Exception {
    Operation.Body<AtomicInteger> weak = number -> number.weakCompareAndSetPlain(0, 1);
    assertThat(Twice.alone(AtomicInteger::new, weak).outcomes()).containsExactly("false", "true");
    assertThat(Twice.both(AtomicInteger::new, weak, AtomicInteger::get).outcomes())
        .containsExactly("false; 0", "true; 0", "true; 1");
  }

  @Test
  void aMapIsSharedByTwo() throws Exception {
    Operation.Body<ConcurrentHashMap<String, Integer>> puts =
        map -> map.putIfAbsent("k", 1) == null ? "put" : "there";
    assertThat(Twice.both(() -> new ConcurrentHashMap<String, Integer>(), puts, puts).outcomes())
        .containsExactly("put; there", "there; put");
  }

  @Test
  void queues() throws Exception {
    assertThat(
            Twice.both(
                    () -> new ArrayBlockingQueue<Integer>(1),
                    queue -> queue.offer(3),
                    ArrayBlockingQueue::take)
                .outcomes())
        .containsExactly("true; 3");
    Operation.Body<Deque<Integer>> adds =
        deque -> {
          synchronized (deque) {
            deque.addFirst(deque.size());
            return deque.peekFirst();
          }
        };
    assertThat(Twice.both(() -> new ArrayDeque<Integer>(), adds, adds).outcomes())
        .containsExactly("0; 1", "1; 0");
  }
}
