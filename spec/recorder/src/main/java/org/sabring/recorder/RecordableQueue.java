package org.sabring.recorder;

import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A queue as a recorder calls it: any object with such methods is one, by overriding those that it
 * has. Each is called by the thread whose handle is called, and by no other.
 *
 * <p>A call that throws has had no effect; a queue that breaks that promise, as it would by losing
 * an element to an interrupt, is found to.
 *
 * @param <E> the elements
 */
public interface RecordableQueue<E> {

  /** Stores an element if there is room; false if not, or if the queue is closed or cancelled. */
  default boolean offer(E element) {
    throw missing("offer");
  }

  /** The same, waiting for room for that long at most. */
  default boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
    throw missing("offer with a time");
  }

  /** Stores an element, waiting for room; false if the queue is closed or cancelled. */
  default boolean put(E element) throws InterruptedException {
    throw missing("put");
  }

  /** Says that nothing will be put any more. */
  default void close() {
    throw missing("close");
  }

  /** Takes the oldest element; null if there is none. */
  default @Nullable E poll() {
    throw missing("poll");
  }

  /** The same, waiting for one for that long at most. */
  default @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
    throw missing("poll with a time");
  }

  /** Takes the oldest element, waiting for one. */
  default @Nullable E take() throws InterruptedException {
    throw missing("take");
  }

  /**
   * Takes so many elements at most, the oldest first. That it took fewer says nothing of what is
   * stored.
   *
   * @return how many it took
   */
  default int drain(Consumer<? super E> each, int most) {
    throw missing("drain");
  }

  /** The oldest element, which stays; null if there is none. By a consumer. */
  default @Nullable E peek() {
    throw missing("peek");
  }

  /** How many elements are stored. By any thread. */
  default int size() {
    throw missing("size");
  }

  /** Says that nothing will be taken any more. */
  default void cancel() {
    throw missing("cancel");
  }

  /**
   * Whether this answer of a poll or a take says that nothing will come any more. Not, if the queue
   * does not say so.
   */
  default boolean isEnd(@Nullable E answer) {
    return false;
  }

  private static UnsupportedOperationException missing(String call) {
    return new UnsupportedOperationException(call + ": not among the calls that were given");
  }

  /**
   * A queue with two calls.
   *
   * @param offer stores an element, or answers false
   * @param poll takes the oldest element, or answers null
   */
  static <E> RecordableQueue<E> of(
      Predicate<? super E> offer, Supplier<? extends @Nullable E> poll) {
    return new RecordableQueue<>() {
      @Override
      public boolean offer(E element) {
        return offer.test(element);
      }

      @Override
      public @Nullable E poll() {
        return poll.get();
      }
    };
  }

  /** A queue of the JDK's kind; with the calls that block, if it is a {@link BlockingQueue}. */
  static <E> RecordableQueue<E> of(Queue<E> queue) {
    return queue instanceof BlockingQueue<E> blocking
        ? new RecordableBlockingQueue<>(blocking)
        : new RecordableCollection<>(queue);
  }
}
