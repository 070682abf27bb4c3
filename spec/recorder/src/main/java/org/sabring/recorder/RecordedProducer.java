package org.sabring.recorder;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A producer's handle: makes its calls on the queue and records them. For one thread; another may
 * go on with it once that has ended.
 *
 * <p>Each call reads the clock before and after, with a full fence between that and the queue. What
 * the queue throws is thrown on, and the call is not recorded.
 *
 * @param <E> the elements
 */
public final class RecordedProducer<E> {
  private final RecordableQueue<E> queue;
  private final Function<? super E, ?> shown;
  private final ThreadLog log;

  RecordedProducer(RecordableQueue<E> queue, Function<? super E, ?> shown, ThreadLog log) {
    this.queue = queue;
    this.shown = shown;
    this.log = log;
  }

  /** Stores an element if there is room; false if not, or if the queue is closed or cancelled. */
  public boolean offer(E element) {
    begin(CallKind.OFFER, element);
    try {
      return end(queue.offer(element));
    } catch (RuntimeException | Error e) {
      log.abandon();
      throw e;
    }
  }

  /** The same, waiting for room for that long at most. */
  public boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
    begin(CallKind.OFFER, element);
    try {
      return end(queue.offer(element, timeout, unit));
    } catch (InterruptedException | RuntimeException | Error e) {
      log.abandon();
      throw e;
    }
  }

  /** Stores an element, waiting for room; false if the queue is closed or cancelled. */
  public boolean put(E element) throws InterruptedException {
    begin(CallKind.PUT, element);
    try {
      return end(queue.put(element));
    } catch (InterruptedException | RuntimeException | Error e) {
      log.abandon();
      throw e;
    }
  }

  /** How many elements are stored. */
  public int size() {
    return log.size(queue);
  }

  /** Says that nothing will be put any more. */
  public void close() {
    log.begin(CallKind.CLOSE);
    try {
      queue.close();
      log.end(CallAnswer.DONE);
    } catch (RuntimeException | Error e) {
      log.abandon();
      throw e;
    }
  }

  private void begin(CallKind kind, E element) {
    log.begin(kind, Objects.requireNonNull(shown.apply(element), "an element is shown as null"));
  }

  private boolean end(boolean stored) {
    log.end(stored ? CallAnswer.STORED : CallAnswer.REFUSED);
    return stored;
  }
}
