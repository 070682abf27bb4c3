package org.sabring.spec.linear;

import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.event.Outcome;

/**
 * The producer's operations that are allowed only while so many elements are taken, no fewer and no
 * more: what was refused because the queue was full, and what was counted. For each, the numbers of
 * elements taken that allow it are an interval.
 *
 * <p>What was found to be allowed is remembered until another element is taken. So a consumer that
 * looks again and again, on a clock so coarse that the producer could have done anything in
 * between, does not make the producer go the same way again and again.
 */
final class ExactOperations {
  private final int bound;
  private final LongWindow at = new LongWindow();
  private final LongWindow least = new LongWindow();
  private final LongWindow most = new LongWindow();

  /** Those numbered {@code from..to-1} are allowed when {@code taken} elements are taken. */
  private long taken = -1;

  private long from;
  private long to;

  ExactOperations(int bound) {
    this.bound = bound;
  }

  /**
   * Adds an operation that stores nothing, if it is one of these.
   *
   * @param index which of the producer's operations it is
   * @param stored how many elements were stored before it
   */
  void add(HistoryEvent event, long index, long stored, boolean closed) {
    if (event.outcome() == Outcome.COUNTED) {
      add(index, stored - event.count(), stored - event.count());
    } else if (event.outcome() == Outcome.REFUSED && !closed) {
      boolean waits = event.op() == OperationKind.PUT;
      add(index, 0, waits ? -1 : stored + event.most() - bound - 1);
    }
  }

  private void add(long index, long fewest, long greatest) {
    at.add(index);
    least.add(fewest);
    most.add(greatest);
  }

  /** Lets go of the operations before {@code index}. */
  void forget(long index) {
    while (at.start() < at.end() && at.get(at.start()) < index) {
      long next = at.start() + 1;
      at.forget(next);
      least.forget(next);
      most.forget(next);
    }
  }

  /**
   * The first operation from {@code index} on, and before {@code limit}, that is not allowed when
   * so many elements are taken; {@code limit} if all are.
   */
  long firstForbidden(long index, long limit, long nowTaken) {
    long first = at.firstFrom(index);
    if (nowTaken != taken || first > to || first < from) {
      // Another number of elements, or operations that were not looked at; those behind join on.
      boolean joins = nowTaken == taken && first < from && allAllowed(first, from, nowTaken);
      from = first;
      to = joins ? to : first;
      taken = nowTaken;
    }
    while (to < at.end() && at.get(to) < limit && isAllowed(to, nowTaken)) {
      to++;
    }
    return to < at.end() && at.get(to) < limit ? at.get(to) : limit;
  }

  private boolean allAllowed(long first, long end, long nowTaken) {
    long i = first;
    while (i < end && isAllowed(i, nowTaken)) {
      i++;
    }
    return i == end;
  }

  private boolean isAllowed(long i, long nowTaken) {
    return least.get(i) <= nowTaken && nowTaken <= most.get(i);
  }
}
