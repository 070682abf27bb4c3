package org.sabring.memory;

/**
 * How a caller of {@link SharedInts#await} waits, and what {@link SharedInts#notify(int, int)} pays
 * to find it. A memory has one, for all its words and all its wrappers.
 *
 * <p>Whoever waits joins the waiter list and then compares the word; whoever notifies has stored
 * the word and then looks whether somebody is in the list. Each stores one word and loads another,
 * as in Dekker's algorithm: with nothing in between, each may load before its own store has reached
 * the other, and the wake-up is lost. The strategies differ in what they put in between, and in who
 * pays for it. {@code tla/waiting/Handshake.tla} has them as handshakes.
 *
 * <p>But for {@link #LOCK}, {@link #SPIN} and {@link #YIELD}, a caller spins before it sleeps, for
 * some microseconds at most and as long as that has paid off lately.
 */
public enum WaitStrategy {
  /**
   * The notifier always takes the lock of the waiter list: the reference, and the slowest. It is
   * the handshake {@code lock} of the model.
   */
  LOCK,

  /**
   * The waiter raises a flag, under the lock, and both sides put a full fence between their store
   * and their load: the handshake {@code fences}. The notifier takes the lock only if it sees the
   * flag. Every notification costs that fence.
   */
  FENCE,

  /**
   * A flag and no fence: the handshake {@code flag}, which may lose a wake-up. So a sleeper
   * compares the word again by itself, after a millisecond at first, then after twice as long as
   * before, up to 128 ms. By the first time a store that it missed has reached it on every machine
   * there is. Who asked to be told is looked after in the same way, by a thread of {@link
   * java.util.concurrent.CompletableFuture}, which then is the one that calls back.
   *
   * <p>A notification costs one load of a word that hardly ever changes. A store without a
   * notification may end a wait, too.
   */
  TIMED,

  /**
   * A flag and no fence on the notifier's side; the waiter, between raising the flag and comparing
   * the word, makes every thread of the process execute a full fence: Linux' {@code membarrier},
   * which takes about a microsecond. A notification costs one load, as with {@link #TIMED}, and
   * none is lost.
   *
   * <p>It needs Linux on x86-64 or aarch64, Java 22 or later, and that native access has been
   * enabled ({@code --enable-native-access=ALL-UNNAMED}); elsewhere it is {@link #TIMED}. That the
   * compiler keeps the notifier's store before its load is not Java's promise, and no test shows
   * it: HotSpot, as we read its sources, moves no opaque access across a release store.
   */
  ASYMMETRIC,

  /**
   * Nobody sleeps: a caller loads the word over and over, with {@link Thread#onSpinWait} between,
   * until it differs, the time is up or it is interrupted. It is not in the waiter list, so {@link
   * SharedInts#waiters} does not count it, and a notification without a change does not end its
   * wait. Who asks to be told is in the list, and is looked after as with {@link #TIMED}.
   */
  SPIN,

  /** As {@link #SPIN}, with {@link Thread#yield} between: for more threads than processors. */
  YIELD;

  /**
   * The one whose notifications cost least, of those that sleep and lose no wake-up on this JVM:
   * {@link #ASYMMETRIC} where it can be had, else {@link #TIMED}.
   */
  public static WaitStrategy fastest() {
    return ASYMMETRIC.here();
  }

  /** This one, or what stands in for it on this JVM. */
  WaitStrategy here() {
    return this == ASYMMETRIC && !Membarrier.isThere() ? TIMED : this;
  }

  /** Whether callers go to sleep in the waiter list. */
  boolean sleeps() {
    return this != SPIN && this != YIELD;
  }

  /** Whether a wake-up may be lost, so that who waits has to look again. */
  boolean looksAgain() {
    return this == TIMED || !sleeps();
  }
}
