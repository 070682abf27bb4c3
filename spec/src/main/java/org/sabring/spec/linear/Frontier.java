package org.sabring.spec.linear;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.event.Outcome;
import org.sabring.spec.scalar.Moment;
import org.sabring.spec.scalar.Scalar;

/**
 * The set of configurations in which the queue can be: how far the producer can have come when the
 * consumer has come so far.
 *
 * <p>Since the answers are known, a configuration is a pair of numbers: how many operations of each
 * side have taken effect. Number them {@code (i, j)}. An order of the history that the queue allows
 * is a path from {@code (0, 0)} to the end, each step of it one operation that the queue allows
 * there; and no operation is passed over that came back before another was called.
 *
 * <p>For one {@code j}, the {@code i} that can be reached are an interval, {@code low..high}. By
 * induction: every condition on the consumer's next operation (an element is there, none is there,
 * so many are, closed, called after operation {@code i} came back) holds on an interval of {@code
 * i}, and what that leaves of {@code low..high} grows at its upper end only, while the producer's
 * next operation is allowed. So two numbers hold all configurations, one pass is enough, and
 * nothing is guessed: also not where the clock is so coarse that many operations seem to happen at
 * once. The upper end does not walk but jumps, to the next operation that is not allowed, so that
 * {@code n} operations take {@code n log n} on any clock (with refused batches of more elements
 * than one, up to the number of those that overlap times as much).
 *
 * <p>Two operations of different sides overlap unless one came back strictly before the other was
 * called: at equal times the clock does not say which was first.
 */
public final class Frontier {
  /** How many operations of each side are remembered to show how it came about. */
  public static final int REMEMBERED = 20;

  /** How far ahead the producer's operations are read to find out which is not allowed. */
  private static final int AHEAD = 256;

  /**
   * An operation of the consumer that took effect.
   *
   * @param after how many operations of the producer can have taken effect before it, at most
   * @param taken the element that it took, if it took one
   */
  public record Passed(HistoryEvent event, long after, @Nullable Scalar taken) {}

  private final HistorySource source;
  private final ProducerLog log;
  private final int bound;
  private final Deque<Passed> passed = new ArrayDeque<>();
  private long low;
  private long high;
  private long called;
  private long taken;
  private boolean cancelled;

  public Frontier(HistorySource source, int bound) {
    this.source = source;
    this.log = source.producer();
    this.bound = bound;
  }

  /**
   * Lets the producer come as far as it can before the consumer's next operation, called and
   * returned at these times, takes effect.
   */
  public void extend(Moment call, Moment returned) throws IOException {
    settle(call);
    long before;
    do {
      before = high;
      while (called < high + AHEAD
          && source.hasProducer(called)
          && !returned.isBefore(log.get(called).call())) {
        called++;
      }
      high = Math.max(high, Math.min(called, firstForbidden()));
      settle(call);
    } while (high > before && high == called);
  }

  /** What came back before the consumer's next operation was called took effect before it. */
  private void settle(Moment call) {
    while (low < high && log.get(low).returned().isBefore(call)) {
      low++;
    }
    log.forget(low - REMEMBERED);
    log.exact().forget(low);
  }

  /**
   * The producer's first operation that cannot take effect, from where it has come furthest on, as
   * far as it is read.
   */
  private long firstForbidden() {
    if (cancelled) {
      return log.storedAfterClose();
    }
    long limit = Math.min(log.storedAfterClose(), log.storeOf(taken + bound));
    return log.exact().firstForbidden(high, limit, taken);
  }

  /**
   * Lets the consumer's next operation take effect with the answer that it had; one without an
   * answer takes an element, or cancels.
   *
   * @return false if no configuration allows it; then nothing has changed
   */
  public boolean pass(HistoryEvent next) throws IOException {
    if (source.hasProducer(high) && log.get(high).isBefore(next)) {
      return false;
    }
    long from = low;
    long to = high;
    boolean element = isElement(next);
    if (element) {
      from = atLeast(1);
    } else if (next.outcome() == Outcome.COUNTED && !cancelled) {
      from = atLeast(next.count());
      to = atMost(next.count());
    } else if (next.outcome() == Outcome.EMPTY && !cancelled) {
      to = Math.min(atMost(0), log.closedBy());
    } else if (next.outcome() == Outcome.NOTHING && !cancelled) {
      to = atMost(0);
    } else if (next.outcome() == Outcome.END && !cancelled) {
      from = log.closedBy() == ProducerLog.NOWHERE ? high + 1 : Math.max(from, log.closedBy() + 1);
      to = atMost(0);
    }
    if (from > to || (element && (cancelled || !isOldest(next)))) {
      return false;
    }
    low = from;
    high = to;
    boolean takes = element && next.op() != OperationKind.PEEK;
    remember(new Passed(next, high, takes ? log.take() : null));
    taken += takes ? 1 : 0;
    if (next.op() == OperationKind.CANCEL) {
      cancelled = true;
      log.cancel();
    }
    return true;
  }

  private void remember(Passed last) {
    passed.addLast(last);
    if (passed.size() > REMEMBERED) {
      passed.removeFirst();
    }
  }

  /** The first configuration with at least so many elements stored. */
  private long atLeast(int count) {
    long store = count == 0 ? -1 : log.storeOf(taken + count - 1);
    return store == ProducerLog.NOWHERE ? high + 1 : Math.max(low, store + 1);
  }

  /** The last configuration with at most so many elements stored. */
  private long atMost(int count) {
    return Math.min(high, log.storeOf(taken + count));
  }

  /** Whether an operation takes, drops or sees an element. */
  private static boolean isElement(HistoryEvent next) {
    return switch (next.outcome()) {
      case ELEMENT, SKIPPED -> true;
      case PENDING -> next.isRemoving();
      default -> false;
    };
  }

  private boolean isOldest(HistoryEvent next) {
    return next.outcome() != Outcome.ELEMENT || next.value().equals(log.oldest());
  }

  /**
   * The producer's next operation where it has come furthest; null if it was not called before the
   * given time.
   */
  public @Nullable HistoryEvent next(Moment time) throws IOException {
    boolean there = source.hasProducer(high) && !time.isBefore(log.get(high).call());
    return there ? log.get(high) : null;
  }

  /** How many elements are stored when {@code i} operations of the producer have taken effect. */
  public int stored(long i) {
    return (int) (log.storedBefore(i) - taken);
  }

  /** Whether exactly {@code i} operations of the producer can have taken effect. */
  public boolean reaches(long i) {
    return low <= i && i <= high;
  }

  /** The least number of operations of the producer that can have taken effect. */
  public long low() {
    return low;
  }

  /** The greatest number of operations of the producer that can have taken effect. */
  public long high() {
    return high;
  }

  public boolean isCancelled() {
    return cancelled;
  }

  public int bound() {
    return bound;
  }

  public ProducerLog log() {
    return log;
  }

  /** The consumer's last operations that took effect, in order. */
  public Deque<Passed> passed() {
    return passed;
  }
}
