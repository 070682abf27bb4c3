package org.sabring.recorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A consumer's handle: makes its calls on the queue and records them. For one thread; another may
 * go on with it once that has ended.
 *
 * <p>Each call reads the clock before and after, with a full fence between that and the queue. What
 * the queue throws is thrown on, and the call is not recorded.
 *
 * @param <E> the elements
 */
public final class RecordedConsumer<E> {
  private final RecordableQueue<E> queue;
  private final Function<? super E, ?> shown;
  private final ThreadLog log;

  RecordedConsumer(RecordableQueue<E> queue, Function<? super E, ?> shown, ThreadLog log) {
    this.queue = queue;
    this.shown = shown;
    this.log = log;
  }

  /** Takes the oldest element; null if there is none. */
  public @Nullable E poll() {
    log.begin(CallKind.POLL);
    try {
      return end(queue.poll());
    } catch (RuntimeException | Error e) {
      log.abandon();
      throw e;
    }
  }

  /** The same, waiting for one for that long at most. */
  public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
    log.begin(CallKind.POLL);
    try {
      return end(queue.poll(timeout, unit));
    } catch (InterruptedException | RuntimeException | Error e) {
      log.abandon();
      throw e;
    }
  }

  /** Takes the oldest element, waiting for one. */
  public @Nullable E take() throws InterruptedException {
    log.begin(CallKind.TAKE);
    try {
      return end(queue.take());
    } catch (InterruptedException | RuntimeException | Error e) {
      log.abandon();
      throw e;
    }
  }

  /**
   * Takes so many elements at most, the oldest first. A call that took none is not recorded: a
   * queue may answer so although something is stored.
   *
   * @return how many it took
   */
  public int drain(Consumer<? super E> each, int most) {
    List<Object> drained = new ArrayList<>();
    log.begin(CallKind.POLL);
    try {
      return queue.drain(
          element -> {
            drained.add(shown(element));
            each.accept(element);
          },
          most);
    } finally {
      if (drained.isEmpty()) {
        log.abandon();
      } else {
        log.end(CallAnswer.ELEMENT, new DrainedElements(drained, most));
      }
    }
  }

  /** The oldest element, which stays; null if there is none. */
  public @Nullable E peek() {
    log.begin(CallKind.PEEK);
    try {
      return end(queue.peek());
    } catch (RuntimeException | Error e) {
      log.abandon();
      throw e;
    }
  }

  /** How many elements are stored. */
  public int size() {
    return log.size(queue);
  }

  /** Says that nothing will be taken any more. */
  public void cancel() {
    log.begin(CallKind.CANCEL);
    try {
      queue.cancel();
      log.end(CallAnswer.DONE);
    } catch (RuntimeException | Error e) {
      log.abandon();
      throw e;
    }
  }

  private @Nullable E end(@Nullable E answer) {
    if (queue.isEnd(answer)) {
      log.end(CallAnswer.END);
    } else if (answer == null) {
      log.end(CallAnswer.EMPTY);
    } else {
      log.end(CallAnswer.ELEMENT, shown(answer));
    }
    return answer;
  }

  private Object shown(E element) {
    return Objects.requireNonNull(shown.apply(element), "an element is shown as null");
  }
}
