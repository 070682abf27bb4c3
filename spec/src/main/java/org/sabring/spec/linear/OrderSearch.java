package org.sabring.spec.linear;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search for an order of the operations of several threads in which a bounded FIFO gives the
 * same answers, and in which no operation comes before one that had come back when it was called
 * (Wing and Gong's, with Lowe's memory of configurations).
 *
 * <p>A configuration is how far each thread has come, and what is stored in which order; none is
 * entered twice. The search goes deep first, and is led by what is taken when: of elements that are
 * put at the same time it first stores the one that comes out first. So it goes straight through a
 * history that is right, unless elements are equal or never come out.
 *
 * <p>Cost: with {@code n} operations of which at most {@code w} overlap, at most {@code n * 2^w *
 * w!} configurations of {@code O(threads)} steps each. Deciding this is NP-complete, so a bound is
 * needed: after so many configurations the search gives up. Memory is bounded by 64 bytes for each,
 * and by the history.
 */
public final class OrderSearch {

  /** How it ended. */
  public enum End {
    /** There is such an order. */
    FOUND,
    /** There is none. */
    NONE,
    /** Too many configurations. */
    GAVE_UP,
    /** It came where it was told to stop. */
    STOPPED
  }

  private final List<SingleOperation[]> threads;
  private final boolean complete;
  private final int most;
  private final QueueState queue;
  private final Fingerprints entered = new Fingerprints();
  private final int[] done;
  private final SearchPath path = new SearchPath();
  private long positions;
  private long otherPositions;
  private final int[] order;
  private final long[] urgency;
  private long furthest = -1;

  /**
   * @param most how many configurations it may enter
   */
  public OrderSearch(OperationTable table, int most) {
    threads = table.threads();
    complete = table.header().complete();
    this.most = most;
    queue = new QueueState(table.header().bound(), table.header().overwrites());
    done = new int[threads.size()];
    order = new int[done.length];
    urgency = new long[done.length];
  }

  /** Searches for any order that explains all. */
  public End run() {
    return run(Long.MAX_VALUE);
  }

  /** Searches until it is stuck as late as {@link #furthest} says. */
  End run(long stop) {
    if (isStuckAt(stop)) {
      return End.STOPPED;
    }
    path.enter(order, candidates());
    while (true) {
      if (isExplained()) {
        return End.FOUND;
      }
      int thread = path.next();
      while (thread < 0) {
        if (path.leave()) {
          return End.NONE;
        }
        back();
        thread = path.next();
      }
      forth(thread);
      if (!enter()) {
        back();
        continue;
      }
      if (isStuckAt(stop)) {
        return End.STOPPED;
      }
      if (entered.size() > most) {
        return End.GAVE_UP;
      }
      path.enter(order, candidates());
    }
  }

  /**
   * Whether it has come as far as to stop; remembers how far it has come. The most urgent operation
   * says how far; from where as many others as possible took effect before, nothing leads on.
   */
  private boolean isStuckAt(long stop) {
    SingleOperation target = target();
    long depth = target == null ? Integer.MAX_VALUE - path.depth() : path.depth();
    long rank = target == null ? SingleOperation.NEVER : target.returned();
    furthest = Math.max(furthest, (rank << Integer.SIZE) + depth);
    return furthest >= stop;
  }

  private void forth(int thread) {
    SingleOperation action = threads.get(thread)[done[thread]];
    move(thread, 1);
    path.took(thread, queue.apply(action));
  }

  private void back() {
    int thread = path.thread();
    move(thread, -1);
    queue.undo(threads.get(thread)[done[thread]], path.untake());
  }

  private void move(int thread, int by) {
    long before = ((long) thread << 32) + done[thread];
    positions += PrefixHash.spread(before + by) - PrefixHash.spread(before);
    otherPositions += PrefixHash.spread(~(before + by)) - PrefixHash.spread(~before);
    done[thread] += by;
  }

  /** Whether this configuration is new. */
  private boolean enter() {
    return entered.add(
        PrefixHash.spread(queue.hash(0)) + positions,
        PrefixHash.spread(queue.hash(1)) ^ otherPositions);
  }

  private @Nullable SingleOperation next(int thread) {
    SingleOperation[] own = threads.get(thread);
    return done[thread] < own.length ? own[done[thread]] : null;
  }

  /** Of the next operations the one that came back first: it has to take effect soonest. */
  @Nullable SingleOperation target() {
    SingleOperation target = null;
    for (int thread = 0; thread < done.length; thread++) {
      SingleOperation next = next(thread);
      if (next != null && next.isDue() && (target == null || next.returned() < target.returned())) {
        target = next;
      }
    }
    return target;
  }

  /**
   * Puts into {@link #order} the threads whose next operation may take effect now, the most
   * promising first, and answers how many there are.
   */
  private int candidates() {
    SingleOperation target = target();
    boolean direct = target != null && queue.allows(target) && !target.stores();
    int count = 0;
    for (int thread = 0; thread < done.length; thread++) {
      SingleOperation next = next(thread);
      if (next != null && isCalled(next, target) && queue.allows(next)) {
        long key = next.equals(target) && direct ? -2 : urgency(next, target, direct);
        int at = count++;
        for (; at > 0 && urgency[at - 1] > key; at--) {
          urgency[at] = urgency[at - 1];
          order[at] = order[at - 1];
        }
        urgency[at] = key;
        order[at] = thread;
      }
    }
    return count;
  }

  /** Whether nothing that is still to do came back before the operation was called. */
  private static boolean isCalled(SingleOperation next, @Nullable SingleOperation target) {
    return target == null || next.call() <= target.returned();
  }

  private static long urgency(
      SingleOperation next, @Nullable SingleOperation target, boolean direct) {
    if (next.removes() && !direct && (target == null || !target.stores())) {
      return -1;
    }
    return next.stores() ? next.taken() : SingleOperation.NEVER;
  }

  /** Whether all that came back has taken effect, and who waits has a reason to. */
  private boolean isExplained() {
    return target() == null && (!complete || sleeper() == null);
  }

  /** A call that never came back and has nothing to wait for; null if there is none. */
  @Nullable SingleOperation sleeper() {
    for (int thread = 0; thread < done.length; thread++) {
      SingleOperation[] own = threads.get(thread);
      SingleOperation last = own.length == 0 ? null : own[own.length - 1];
      if (last != null && !last.isDue() && !queue.mayWait(last, own.length - done[thread])) {
        return last;
      }
    }
    return null;
  }

  /** How far it came: where to stop to see at what it was stuck. */
  long furthest() {
    return furthest;
  }

  /** How many configurations it entered. */
  public int entered() {
    return entered.size();
  }

  QueueState queue() {
    return queue;
  }

  /** The last operations that took effect, each with the elements that were stored after it. */
  List<Taken> last(int count) {
    List<Taken> last = new ArrayList<>();
    while (last.size() < count && path.depth() > 0) {
      int thread = path.thread();
      SingleOperation action = threads.get(thread)[done[thread] - 1];
      last.add(0, new Taken(action, queue.picture()));
      back();
      path.leave();
    }
    return last;
  }

  /** An operation that took effect, and the queue after it. */
  record Taken(SingleOperation action, String after) {}
}
