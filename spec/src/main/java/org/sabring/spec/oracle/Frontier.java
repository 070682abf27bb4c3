package org.sabring.spec.oracle;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.trace.HistoryEvent;
import org.sabring.spec.trace.OperationKind;
import org.sabring.spec.trace.Outcome;

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
 * closed, called after operation {@code i} came back) holds on an interval of {@code i}, and what
 * that leaves of {@code low..high} grows at its upper end only, while the producer's next operation
 * is allowed. So two numbers hold all configurations, one pass is enough, and nothing is guessed:
 * also not where the clock is so coarse that many operations seem to happen at once.
 *
 * <p>Two operations of different sides overlap unless one came back strictly before the other was
 * called: at equal times the clock does not say which was first.
 */
final class Frontier {
  /** How many operations of each side are remembered to show how it came about. */
  static final int REMEMBERED = 20;

  /**
   * An operation of the consumer that took effect.
   *
   * @param after how many operations of the producer can have taken effect before it, at most
   * @param taken the element that it took, if it took one
   */
  record Passed(HistoryEvent event, long after, @Nullable Integer taken) {}

  private final HistorySource source;
  private final ProducerLog log;
  private final int bound;
  private final Deque<Passed> passed = new ArrayDeque<>();
  private long low;
  private long high;
  private long taken;
  private boolean cancelled;

  Frontier(HistorySource source, int bound) {
    this.source = source;
    this.log = source.producer();
    this.bound = bound;
  }

  /**
   * Lets the producer come as far as it can before the consumer's next operation, called and
   * returned at these times, takes effect.
   */
  void extend(long call, long returned) throws IOException {
    settle(call);
    while (source.hasProducer(high)
        && log.get(high).call() <= returned
        && isAllowed(log.get(high))) {
      high++;
      settle(call);
    }
  }

  /** What came back before the consumer's next operation was called took effect before it. */
  private void settle(long call) {
    while (low < high && log.get(low).returned() < call) {
      low++;
    }
    log.forget(low - REMEMBERED);
  }

  /** Whether the producer's next operation can take effect where it has come furthest. */
  private boolean isAllowed(HistoryEvent next) {
    boolean closed = log.isClosedBefore(high);
    boolean full = stored(high) == bound;
    return switch (next.outcome()) {
      case STORED -> !full && !closed;
      case REFUSED -> closed || cancelled || (full && next.op() == OperationKind.OFFER);
      case PENDING -> !next.isGiving() || (!full && !closed);
      default -> true;
    };
  }

  /**
   * Lets the consumer's next operation take effect with the answer that it had; one without an
   * answer takes an element, or cancels.
   *
   * @return false if no configuration allows it; then nothing has changed
   */
  boolean pass(HistoryEvent next) throws IOException {
    long from = low;
    long to = high;
    if (source.hasProducer(to) && log.get(to).returned() < next.call()) {
      return false;
    }
    boolean takes = next.outcome() == Outcome.ELEMENT || (isPending(next) && next.isTaking());
    if (takes) {
      while (from <= to && stored(from) == 0) {
        from++;
      }
    } else if (next.outcome() == Outcome.EMPTY && !cancelled) {
      while (from <= to && (stored(to) > 0 || log.isClosedBefore(to))) {
        to--;
      }
    } else if (next.outcome() == Outcome.END && !cancelled) {
      while (from <= to && !log.isClosedBefore(from)) {
        from++;
      }
      while (from <= to && stored(to) > 0) {
        to--;
      }
    }
    if (from > to || (takes && (cancelled || !isOldest(next)))) {
      return false;
    }
    low = from;
    high = to;
    cancelled |= next.op() == OperationKind.CANCEL;
    passed.addLast(new Passed(next, high, takes ? log.take() : null));
    if (passed.size() > REMEMBERED) {
      passed.removeFirst();
    }
    taken += takes ? 1 : 0;
    return true;
  }

  private boolean isOldest(HistoryEvent next) {
    Integer oldest = log.oldest();
    return isPending(next) || (oldest != null && oldest == next.value());
  }

  private static boolean isPending(HistoryEvent event) {
    return event.outcome() == Outcome.PENDING;
  }

  /**
   * The producer's next operation where it has come furthest; null if it was not called before the
   * given time.
   */
  @Nullable HistoryEvent next(long time) throws IOException {
    return source.hasProducer(high) && log.get(high).call() <= time ? log.get(high) : null;
  }

  /** How many elements are stored when {@code i} operations of the producer have taken effect. */
  int stored(long i) {
    return (int) (log.storedBefore(i) - taken);
  }

  /** Whether exactly {@code i} operations of the producer can have taken effect. */
  boolean reaches(long i) {
    return low <= i && i <= high;
  }

  /** The least number of operations of the producer that can have taken effect. */
  long low() {
    return low;
  }

  /** The greatest number of operations of the producer that can have taken effect. */
  long high() {
    return high;
  }

  boolean isCancelled() {
    return cancelled;
  }

  int bound() {
    return bound;
  }

  ProducerLog log() {
    return log;
  }

  /** The consumer's last operations that took effect, in order. */
  Deque<Passed> passed() {
    return passed;
  }
}
