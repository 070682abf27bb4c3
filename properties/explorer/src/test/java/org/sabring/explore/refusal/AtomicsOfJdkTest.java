package org.sabring.explore.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;

/** Atomics and collections of the JDK, used by two sides at once. */
class AtomicsOfJdkTest {

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

  @Test
  void theWeakCompareAndSetOfAnUpdaterMayFailForNoReason() throws Exception {
    Operation.Body<Updated> weak = updated -> Updated.COUNT.weakCompareAndSet(updated, 0, 1);
    assertThat(Twice.alone(Updated::new, weak).outcomes()).containsExactly("false", "true");
  }

  @Test
  void anUpdaterTakesAFunction() throws Exception {
    Operation.Body<Updated> doubles =
        updated -> Updated.COUNT.updateAndGet(updated, old -> 2 * old + 1);
    assertThat(same(Updated::new, doubles)).containsExactly("1; 3", "3; 1");
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

  /** Values have no identity here, so the mistake of expecting another one's is refused. */
  @Test
  void aCompareAndSetThatExpectsANewBoxIsRefused() throws Exception {
    Operation.Body<AtomicReference<Integer>> expectsNew = box -> box.compareAndSet(1000, 1001);
    Operation.Body<AtomicReference<Integer>> expectsOld =
        box -> {
          Integer old = box.get();
          return box.compareAndSet(old, old + 1);
        };
    Operation.Body<AtomicReference<Integer>> expectsSmall = box -> box.compareAndSet(100, 1001);
    assertThat(Twice.alone(() -> new AtomicReference<>(1000), expectsNew).refusal())
        .contains("a compare-and-set that expects a new Integer 1000")
        .contains("AtomicsOfJdkTest.java:")
        .contains("expect the object that was read there");
    assertThat(Twice.alone(() -> new AtomicReference<>(1000), expectsOld).outcomes())
        .containsExactly("true");
    assertThat(Twice.alone(() -> new AtomicReference<>(100), expectsSmall).outcomes())
        .containsExactly("true");
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
