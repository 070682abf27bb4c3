package org.sabring.memory;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An array of Int32 words that threads share, as an {@code Int32Array} on a {@code
 * SharedArrayBuffer}. The memory order is in the verb: plain, opaque, acquire, release and volatile
 * mean what they mean in {@link java.lang.invoke.VarHandle}.
 *
 * <p>Any thread may call any method. Every method that takes an index throws {@link
 * IndexOutOfBoundsException} naming the index and its range when the index is outside.
 */
public interface SharedInts {

  /** The time-out of a wait that only a notification or an interrupt ends. */
  long FOREVER = Long.MAX_VALUE;

  /** The count that makes {@link #notify(int, int)} wake every waiter. */
  int ALL = Integer.MAX_VALUE;

  /** A new memory of {@code length} zeroes on the heap. Allocates 4 bytes a word. */
  static SharedInts heap(int length) {
    return heap(length, WaitStrategy.LOCK);
  }

  /** As {@link #heap(int)}, with another way to wait and to wake. */
  static SharedInts heap(int length, WaitStrategy strategy) {
    return heap(new int[HeapInts.checkLength(length, Integer.MAX_VALUE)], strategy);
  }

  /**
   * The memory that {@code words} is. Nothing is copied, and all memories made of the same array
   * share its waiter lists, and so the way to wait, which is {@link WaitStrategy#LOCK} unless the
   * array was given another one.
   */
  static SharedInts heap(int[] words) {
    return HeapInts.whole(words, WaiterRegistry.of(words));
  }

  /**
   * As {@link #heap(int[])}, with another way to wait and to wake.
   *
   * @throws IllegalStateException when the array has lists with another strategy
   */
  static SharedInts heap(int[] words, WaitStrategy strategy) {
    return HeapInts.whole(words, WaiterRegistry.of(words, strategy));
  }

  /** A new memory of {@code length} zeroes outside the heap, in a direct buffer. */
  static SharedInts direct(int length) {
    return direct(length, WaitStrategy.LOCK);
  }

  /** As {@link #direct(int)}, with another way to wait and to wake. */
  static SharedInts direct(int length, WaitStrategy strategy) {
    return BufferInts.direct(length, strategy);
  }

  /**
   * The memory that a file is: {@code length} words in native byte order. The file is created, with
   * zeroes, when it does not exist or is empty.
   *
   * <p>The words are shared with every process that maps the file. The waiter lists are not: they
   * live in this process, where all mappings of the same file share them. A notification does not
   * reach a waiter in another process; there, poll or wait with a time-out.
   *
   * @throws IOException when the file cannot be opened or mapped
   * @throws IllegalArgumentException when the file exists with another length
   * @throws IllegalStateException when this process has mapped it with another wait strategy than
   *     {@link WaitStrategy#LOCK}
   */
  static SharedInts mapped(Path file, int length) throws IOException {
    return mapped(file, length, WaitStrategy.LOCK);
  }

  /**
   * As {@link #mapped(Path, int)}, with another way to wait and to wake in this process.
   *
   * @throws IOException when the file cannot be opened or mapped
   * @throws IllegalArgumentException when the file exists with another length
   * @throws IllegalStateException when the file has lists with another strategy
   */
  static SharedInts mapped(Path file, int length, WaitStrategy strategy) throws IOException {
    return BufferInts.mapped(file, length, strategy);
  }

  /** How many words there are: indices run from 0 to {@code length() - 1}. */
  int length();

  /** Loads a word. Memory order: plain. */
  int getPlain(int index);

  /** Loads a word. Memory order: opaque. */
  int getOpaque(int index);

  /** Loads a word. Memory order: acquire. */
  int getAcquire(int index);

  /** Loads a word. Memory order: volatile, sequentially consistent. */
  int getVolatile(int index);

  /** Stores a word. Memory order: plain. */
  void setPlain(int index, int value);

  /** Stores a word. Memory order: opaque. */
  void setOpaque(int index, int value);

  /** Stores a word. Memory order: release. */
  void setRelease(int index, int value);

  /** Stores a word. Memory order: volatile, sequentially consistent. */
  void setVolatile(int index, int value);

  /**
   * Adds to a word, modulo 2^32, and returns what it was. Only the word's sole writer may call it:
   * it is an opaque load and an opaque store, not an atomic update, and counts as one step.
   */
  int addOpaque(int index, int delta);

  /**
   * Loads {@code count} words, the first from {@code index}, into an array from {@code at} on.
   * Memory order: plain, in any order.
   *
   * @throws IndexOutOfBoundsException when one of them, or its place, is not there; what has been
   *     loaded until then is there
   */
  default void getPlain(int index, int[] into, int at, int count) {
    for (int i = 0; i < count; i++) {
      into[at + i] = getPlain(index + i);
    }
  }

  /**
   * Stores {@code count} elements of an array, those from {@code at} on, into the words from {@code
   * index} on. Memory order: plain, in any order.
   *
   * @throws IndexOutOfBoundsException when one of them, or its word, is not there; what has been
   *     stored until then is there
   */
  default void setPlain(int index, int[] from, int at, int count) {
    for (int i = 0; i < count; i++) {
      setPlain(index + i, from[at + i]);
    }
  }

  /** Adds to a word atomically, modulo 2^32, and returns what it was. Memory order: volatile. */
  int getAndAdd(int index, int delta);

  /** Keeps every access before it, of any mode, before every access after it. */
  void fullFence();

  /**
   * Blocks the caller until it is notified, unless the word differs from {@code expected}. Word and
   * expected value are compared, and the caller joins the waiter list, in one critical section of
   * that list, so no notification falls between the two.
   *
   * <p>The time-out is in nanoseconds: zero and less do not block, {@link #FOREVER} does not end.
   * Memory order: the comparison loads the word volatile. Waiters of one word wake first-in
   * first-out. Callers must be ready for {@link Awaited#OK} although the word has not changed.
   *
   * @return {@link Awaited#NOT_EQUAL} at once when the word differs, else {@link Awaited#OK} when
   *     notified or {@link Awaited#TIMED_OUT}
   * @throws InterruptedException when the caller is interrupted while it waits, or was before it
   *     would; the waiter list is then as if it had never waited. When notification and interrupt
   *     meet, the notification counts and the interrupt status stays set.
   */
  Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException;

  /**
   * Asks to be told, and does not block: ECMAScript's {@code Atomics.waitAsync}, for callers that
   * may not sleep, such as an event loop. Word and expected value are compared, and the caller
   * joins the waiter list, in one critical section of that list, as in {@link #await}. Memory
   * order: the comparison loads the word volatile. It waits in one line with the callers of {@link
   * #await}, and counts like them in {@link #notify(int, int)} and {@link #waiters}.
   *
   * <p>The callback runs once, on the thread that notifies, after that thread has left the lock: it
   * sees everything that happened before the notification. It holds the notifier up, so it must be
   * short and may not block; post a task to the loop. What it throws goes to the notifying thread's
   * {@linkplain Thread#getUncaughtExceptionHandler handler of uncaught exceptions}, not to the
   * caller of notify, and does not keep others from being told. Callers must be ready to be told
   * although the word has not changed. With {@link WaitStrategy#TIMED}, and those that do not
   * sleep, it may be a thread of its own that has found the word changed, and then no thread
   * notified.
   *
   * @return the place in the waiter list, to leave it by; null at once when the word differs, and
   *     then the callback is never called
   */
  @Nullable AsyncWait awaitAsync(int index, int expected, Runnable onNotified);

  /**
   * Wakes the longest-waiting callers of {@link #await} and {@link #awaitAsync} on a word, at most
   * {@code count} of them, or all for {@link #ALL}. With nobody waiting it does nothing, and
   * nothing is remembered.
   *
   * @return how many it woke
   * @throws IllegalArgumentException when {@code count} is negative
   */
  int notify(int index, int count);

  /**
   * How many callers wait on a word now: a hook for tests, so that none needs to sleep. Whoever is
   * counted is woken by a notification that comes after, even if not yet blocked.
   */
  int waiters(int index);

  /**
   * A window on words {@code from} to {@code from + length - 1} of this memory, with indices of its
   * own from 0. It shares the waiter lists too: like two {@code Int32Array}s on one buffer.
   *
   * @throws IndexOutOfBoundsException when the window does not lie inside this memory
   */
  SharedInts view(int from, int length);
}
