package org.sabring.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.jctools.queues.SpscArrayQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Elements of any kind, and consumers that look, count and drain, under load. */
class RicherHistoriesTest {
  private static final int CAPACITY = 64;
  private static final int ELEMENTS = Boolean.getBoolean("sabring.full") ? 1_000_000 : 20_000;

  /** Queues that can be looked into and drained. */
  private enum Drained {
    JCTOOLS,
    AGRONA,
    ARRAY_BLOCKING;

    RecordableQueue<Object> make() {
      return switch (this) {
        case JCTOOLS -> jctools();
        case AGRONA -> agrona();
        case ARRAY_BLOCKING -> RecordableQueue.of(new ArrayBlockingQueue<>(CAPACITY));
      };
    }

    private static RecordableQueue<Object> jctools() {
      SpscArrayQueue<Object> queue = new SpscArrayQueue<>(CAPACITY);
      return new Draining(RecordableQueue.of(queue)) {
        @Override
        public int drain(Consumer<? super Object> each, int most) {
          return queue.drain(each::accept, most);
        }
      };
    }

    private static RecordableQueue<Object> agrona() {
      OneToOneConcurrentArrayQueue<Object> queue = new OneToOneConcurrentArrayQueue<>(CAPACITY);
      return new Draining(RecordableQueue.of(queue)) {
        @Override
        public int drain(Consumer<? super Object> each, int most) {
          return queue.drain(element -> each.accept(element), most);
        }
      };
    }
  }

  /**
   * A queue with a drain of its own. Its size is only an estimate, and would be found to be one: an
   * element is there before it is counted, so a consumer sees it and then counts 0.
   */
  private abstract static class Draining implements RecordableQueue<Object> {
    private final RecordableQueue<Object> queue;

    Draining(RecordableQueue<Object> queue) {
      this.queue = queue;
    }

    @Override
    public boolean offer(Object element) {
      return queue.offer(element);
    }

    @Override
    public @Nullable Object poll() {
      return queue.poll();
    }

    @Override
    public @Nullable Object peek() {
      return queue.peek();
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsAccused(Drained drained) {
    HistoryRecorder<Object> recorder = HistoryRecorder.around(drained.make()).bound(CAPACITY);
    run(recorder, drained == Drained.ARRAY_BLOCKING);
    recorder.assertConforms();
  }

  private static void run(HistoryRecorder<Object> recorder, boolean counts) {
    RecordedProducer<Object> producer = recorder.producer();
    RecordedConsumer<Object> consumer = recorder.consumer();
    Thread producing = new Thread(() -> give(producer, counts));
    producing.start();
    boolean more = true;
    for (int turn = 0; more; turn++) {
      more = producing.isAlive();
      boolean found =
          switch (turn % 4) {
            case 0 -> consumer.drain(element -> {}, 1 + turn % 7) > 0;
            case 1 -> consumer.peek() != null;
            case 2 -> counts && turn % 64 == 2 && consumer.size() > 0;
            default -> consumer.poll() != null;
          };
      if (!found) {
        Traffic.await();
      }
      more |= found;
    }
  }

  private static void give(RecordedProducer<Object> producer, boolean counts) {
    for (int i = 0; i < ELEMENTS; i++) {
      Object element = element(i);
      while (!producer.offer(element)) {
        Traffic.await();
      }
      if (counts && i % 16 == 0) {
        producer.size();
      }
    }
  }

  /** One of any kind. */
  private static Object element(int i) {
    return switch (i % 5) {
      case 0 -> i;
      case 1 -> Long.MAX_VALUE - i;
      case 2 -> i / 8.0;
      case 3 -> "element " + i;
      default -> new int[] {i};
    };
  }

  @Test
  void control_anotherObjectThatLooksTheSameIsFound() {
    ArrayDeque<Object> queue = new ArrayDeque<>();
    HistoryRecorder<Object> recorder =
        HistoryRecorder.<Object>around(queue::offer, () -> queue.poll() == null ? null : new int[1])
            .bound(2);
    recorder.producer().offer(new int[1]);
    recorder.consumer().poll();
    assertThat(recorder.judge().rule()).isEqualTo("RB103");
  }

  @Test
  void control_aPeekThatLooksBehindTheOldestIsFound() {
    assertThat(judged(queue -> queue.peek()).rule()).isEqualTo("RB101");
  }

  @Test
  void control_aSizeThatIsTooSmallIsFound() {
    assertThat(judged(queue -> queue.size()).rule()).isEqualTo("RB102");
  }

  @Test
  void control_aDrainThatLeavesOneOutIsFound() {
    assertThat(judged(queue -> queue.drain(element -> {}, 2)).rule()).isEqualTo("RB101");
  }

  /** A call of a consumer on a queue of 1 and 2 that does not see the 1. */
  private static RecordingVerdict judged(Consumer<RecordedConsumer<Integer>> call) {
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    RecordableQueue<Integer> wrong =
        new RecordableQueue<>() {
          @Override
          public boolean offer(Integer element) {
            return queue.offer(element);
          }

          @Override
          public @Nullable Integer peek() {
            return queue.peekLast();
          }

          @Override
          public int size() {
            return queue.size() - 1;
          }

          @Override
          public int drain(Consumer<? super Integer> each, int most) {
            queue.remove();
            each.accept(queue.remove());
            return 1;
          }
        };
    HistoryRecorder<Integer> recorder = HistoryRecorder.around(wrong).bound(8);
    RecordedProducer<Integer> producer = recorder.producer();
    producer.offer(1);
    producer.offer(2);
    call.accept(recorder.consumer());
    return recorder.judge();
  }
}
