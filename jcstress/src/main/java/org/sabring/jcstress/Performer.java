package org.sabring.jcstress;

import static org.sabring.spec.race.RaceProgram.ASLEEP;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.ring.BatchConsumer;
import org.sabring.ring.BatchProducer;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Offered;
import org.sabring.ring.Taken;
import org.sabring.spec.Side;
import org.sabring.spec.race.RaceCall;

/**
 * One side of a ring, on its thread: makes its calls one after the other, and keeps the answers.
 *
 * <p>A call that blocks has a time after all, so that a lost wake-up is an outcome and not a hang;
 * the shipped ring never needs it. On a control the time is short, and may be up although nothing
 * was lost: the side was left asleep only if then there is something to wake for.
 */
final class Performer {

  /**
   * How often a side asks again before it gives up. The two sides meet once for many samples, and
   * then each runs along its own. A side that asks again waits for the other and so stays at its
   * heels, where the races are; the bound keeps a sample short when the other is not running.
   */
  private static final int ATTEMPTS = 64;

  /** For calls with a time: about as long as the other side takes to come. */
  private static final long MOMENT = TimeUnit.MICROSECONDS.toNanos(5);

  /** More than one answer, as a text with blanks between them. jcstress copies it, as an object. */
  private record Answers(List<Object> all) implements Serializable {
    @Override
    public String toString() {
      return all.stream().map(Object::toString).collect(Collectors.joining(" "));
    }
  }

  private final Cast cast;
  private final RaceCall[] calls;
  private final WatchedInts memory;
  private final CursorRing ring;

  Performer(Cast cast, Side side, SharedInts shared) {
    this.cast = cast;
    this.calls = cast.calls(side);
    this.memory = new WatchedInts(cast.plant(shared), cast.layout.length());
    this.ring = CursorRing.attach(memory, cast.layout);
  }

  Object perform() {
    if (calls.length == 1) {
      return make(calls[0]);
    }
    Object[] answers = new Object[calls.length];
    int made = 0;
    boolean goesOn = true;
    while (goesOn && made < calls.length) {
      Object answer = make(calls[made]);
      answers[made] = answer;
      goesOn = answer != ASLEEP && !(calls[made].orGiveUp() && isNotYet(answer));
      made++;
    }
    return said(Arrays.asList(Arrays.copyOf(answers, made)));
  }

  /** Several answers as one. */
  static Object said(List<Object> answers) {
    return new Answers(answers);
  }

  private static boolean isNotYet(Object answer) {
    return answer == Offered.FULL || answer == Taken.EMPTY;
  }

  private Object make(RaceCall call) {
    Object answer = once(call);
    if (call.orGiveUp()) {
      for (int n = 1; n < ATTEMPTS && isNotYet(answer); n++) {
        answer = once(call);
      }
    }
    return answer;
  }

  private Object once(RaceCall call) {
    try {
      return switch (call.kind()) {
        case OFFER -> ring.producer().offer(call.number());
        case OFFER_BOTH -> offerBoth(call.number());
        case PUT -> put(call.number());
        case TIMED_PUT -> timed(ring.producer().put(call.number(), MOMENT, TimeUnit.NANOSECONDS));
        case ASKING_PUT -> new Asking(cast, ring, memory).put(call.number());
        case CLOSE -> ring.producer().close();
        case POLL -> got(ring.consumer().poll());
        case POLL_BOTH -> pollBoth();
        case TAKE -> take();
        case TIMED_TAKE -> timed(got(ring.consumer().take(MOMENT, TimeUnit.NANOSECONDS)));
        case ASKING_TAKE -> new Asking(cast, ring, memory).take();
        case CANCEL -> ring.consumer().cancel();
        case STREAM -> new Streaming(cast, ring).events(false);
        case FAILING_STREAM -> new Streaming(cast, ring).events(true);
        case PRODUCED -> memory.getOpaque(cast.layout.produced());
        case CONSUMED -> memory.getOpaque(cast.layout.consumed());
      };
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object got(Taken taken) {
    return taken == Taken.ELEMENT ? ring.consumer().element() : taken;
  }

  private Object offerBoth(int element) {
    BatchProducer batches = ring.producer().batches();
    Offered answer = batches.offer(new int[] {element, element + 1}, 0, 2);
    return answer == Offered.STORED ? said(List.of(answer, batches.stored())) : answer;
  }

  private Object pollBoth() {
    BatchConsumer batches = ring.consumer().batches();
    int[] into = new int[2];
    Taken answer = batches.poll(into, 0, 2);
    if (answer != Taken.ELEMENT) {
      return answer;
    }
    return batches.taken() == 1 ? (Object) into[0] : said(List.of(into[0], into[1]));
  }

  private Object put(int element) throws InterruptedException {
    memory.forget();
    long begun = System.nanoTime();
    Offered answer;
    do {
      answer = ring.producer().put(element, cast.nap, TimeUnit.NANOSECONDS);
    } while (answer == Offered.TIMED_OUT && System.nanoTime() - begun < cast.patience);
    return waited(answer);
  }

  private Object take() throws InterruptedException {
    memory.forget();
    long begun = System.nanoTime();
    Taken answer;
    do {
      answer = ring.consumer().take(cast.nap, TimeUnit.NANOSECONDS);
    } while (answer == Taken.TIMED_OUT && System.nanoTime() - begun < cast.patience);
    return waited(got(answer));
  }

  /** An answer after the time was up: the side was not woken for it. */
  private Object waited(Object answer) {
    if (memory.lastWait() == Awaited.TIMED_OUT) {
      return ASLEEP;
    }
    return timed(answer);
  }

  private Object timed(Object answer) {
    return cast.waits ? said(List.of(answer, memory.lastWait())) : answer;
  }
}
