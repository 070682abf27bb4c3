package example;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sabring.recorder.HistoryRecorder;
import org.sabring.recorder.RecordedConsumer;
import org.sabring.recorder.RecordedProducer;

class MyQueueTest {

  /** Hands 100 000 numbers from one thread to another, through the queue. */
  private static HistoryRecorder<Integer> record(MyQueue<Integer> queue) {
    HistoryRecorder<Integer> recorder =
        HistoryRecorder.<Integer>around(queue::offer, queue::poll).bound(64);
    RecordedProducer<Integer> producer = recorder.producer();
    RecordedConsumer<Integer> consumer = recorder.consumer();
    Thread producing =
        new Thread(
            () -> {
              for (int number = 0; number < 100_000; number++) {
                while (!producer.offer(number)) {
                  Thread.yield();
                }
              }
            });
    producing.start();
    boolean more = true;
    while (more) {
      more = producing.isAlive();
      while (consumer.poll() != null) {
        more = true;
      }
    }
    return recorder;
  }

  @Test
  void isAQueue() {
    record(new MyQueue<>(64)).assertConforms();
  }

  @Test
  void aPlantedMistakeIsFound() {
    MyQueue<Integer> wrong =
        new MyQueue<>(64) {
          private Integer last;

          /** Every thousandth number comes twice. */
          @Override
          Integer poll() {
            Integer again = last != null && last % 1000 == 999 ? last : null;
            last = again == null ? super.poll() : null;
            return again == null ? last : again;
          }
        };
    AssertionError found =
        assertThrows(AssertionError.class, () -> record(wrong).assertConforms());
    System.out.println(found.getMessage());
    assertTrue(found.getMessage().contains("RB103"));
    assertTrue(found.getMessage().contains("999 taken, which line"));
  }
}
