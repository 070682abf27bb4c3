package org.sabring.jcstress;

import java.util.concurrent.TimeUnit;
import org.sabring.ring.BatchConsumer;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Offered;
import org.sabring.ring.Taken;
import org.sabring.spec.law.Side;

/**
 * What the races put around their calls: how often and how long, and how an answer is written down.
 * The bounds differ: on the machine the two sides have to be kept at each other's heels, and in the
 * explorer, which runs the same classes, each repetition multiplies the schedules.
 */
final class Calls {

  /** The system property that says how often {@link #attempt} asks. */
  static final String ATTEMPTS_PROPERTY = "sabring.attempts";

  /** The system property that says how many milliseconds {@link #NAP} is. */
  static final String NAP_PROPERTY = "sabring.nap";

  /** What stands for the answer of a call that was left asleep. */
  static final String ASLEEP = "ASLEEP";

  private static final int ATTEMPTS = Integer.getInteger(ATTEMPTS_PROPERTY, 2);

  private static final long LONG = TimeUnit.SECONDS.toMillis(10);
  private static final long NAP_MILLIS = Long.getLong(NAP_PROPERTY, LONG);

  /**
   * How long a side sleeps that nobody wakes, in nanoseconds: so that a lost wake-up is an outcome
   * and not a hang. Short where a mutant makes that happen often, and samples would be few.
   */
  static final long NAP = TimeUnit.MILLISECONDS.toNanos(NAP_MILLIS);

  /**
   * How many times as long a side waits when its time is up and it was not woken for what it finds:
   * the notification may be on its way, on a thread that has to wait for a processor.
   */
  static final int GRACE = 4;

  /** How often a nap is taken at most. Where it is short, the peer may just not be running. */
  static final int NAPS = NAP_MILLIS < LONG ? 40 : 1;

  /** For calls with a time, in nanoseconds: about as long as the other side takes to come. */
  static final long MOMENT = TimeUnit.MICROSECONDS.toNanos(5);

  private Calls() {}

  /** A call of a side. */
  @FunctionalInterface
  interface Call<T> {
    T make();
  }

  /** A call of a side that blocks. */
  @FunctionalInterface
  interface BlockingCall<T> {
    T make() throws InterruptedException;
  }

  /** Makes a call again while there is nothing to take or no room, and then gives up. */
  static <T> T attempt(Call<T> call) {
    T answer = call.make();
    for (int n = 1; n < ATTEMPTS && isNotYet(answer); n++) {
      answer = call.make();
    }
    return answer;
  }

  /** Makes a call again whose nap is over when still nothing has happened, and then gives up. */
  static <T> T patiently(BlockingCall<T> call) {
    T answer = timed(call);
    for (int n = 1; n < NAPS && isTimedOut(answer); n++) {
      answer = timed(call);
    }
    return answer;
  }

  /** Makes a call that may block for a while. Nobody interrupts a side. */
  static <T> T timed(BlockingCall<T> call) {
    try {
      return call.make();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether it says that there is nothing to take, or no room. */
  static boolean isNotYet(Object answer) {
    return answer == Taken.EMPTY || answer == Offered.FULL;
  }

  private static boolean isTimedOut(Object answer) {
    return answer == Taken.TIMED_OUT || answer == Offered.TIMED_OUT;
  }

  /** The element, if one was taken; else the answer. */
  static Object got(CursorRing ring, Taken answer) {
    return answer == Taken.ELEMENT ? ring.consumer().element() : answer;
  }

  /** The elements, if some were taken, with blanks between them; else the answer. */
  static Object gotAll(BatchConsumer consumer, int[] into, Taken answer) {
    if (answer != Taken.ELEMENT) {
      return answer;
    }
    return consumer.taken() == 1 ? (Object) into[0] : into[0] + " " + into[1];
  }

  /**
   * How the last wait of a side ended, or {@link WatchedInts#NO_WAIT}.
   *
   * @param ring a {@linkplain Rings#watched watched} one
   */
  static Object lastWait(CursorRing ring, Side side) {
    int word = side == Side.PRODUCER ? ring.layout().read() : ring.layout().write();
    return ((WatchedInts) ring.memory()).lastWait(word);
  }

  /** The answer, unless nobody woke the side for it: then its time was up, and it looked itself. */
  static Object awake(CursorRing ring, Side side, Object answer) {
    return WatchedInts.isAsleep(lastWait(ring, side)) ? ASLEEP : answer;
  }
}
