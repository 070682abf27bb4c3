package org.sabring.spec.oracle.steps;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.CursorKind;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.event.TraceThread;
import org.sabring.spec.event.WaitResult;
import org.sabring.spec.scalar.Scalar;

/**
 * Brute force for small recordings: tries every interleaving, every store that a load can have
 * read, and every way in which a wait can have ended, and says whether a ring that keeps its
 * promises can have made the recording. Knows nothing of the judge; positions are counted from the
 * stores themselves.
 */
final class EveryInterleaving {

  /** A value of a cursor, and what it means. */
  private record Stored(int raw, long position) {}

  /** What a side has done and knows. */
  private enum Of {
    /** How many of its accesses it has made. */
    TAKEN,
    /** Which store of the other's cursor it has seen. */
    SEEN,
    /** Which it has loaded: a wait shows that there is a newer one, and not which. */
    LOADED,
    /** Which store of its own cursor was the newest when it last notified. */
    NOTIFIED,
    ASLEEP,
    /** A notification has ended a wait that never came back. */
    LOST,
    /** A wait has told it that something happened, and not what. */
    TOLD,
    /** The position that it has gone by since. */
    ASSUMED
  }

  /** Where both sides stand. Equal configurations have equal futures. */
  private record Configuration(List<Integer> values) {

    private static int index(Of of, boolean produces) {
      return 2 * List.of(Of.values()).indexOf(of) + (produces ? 0 : 1);
    }

    int get(Of of, boolean produces) {
      return values.get(index(of, produces));
    }

    boolean is(Of of, boolean produces) {
      return get(of, produces) != 0;
    }

    Configuration with(Of of, boolean produces, int value) {
      List<Integer> changed = new ArrayList<>(values);
      changed.set(index(of, produces), value);
      return new Configuration(List.copyOf(changed));
    }

    Configuration next(boolean produces) {
      return with(Of.TAKEN, produces, get(Of.TAKEN, produces) + 1);
    }
  }

  private final int capacity;
  private final CursorKind cursors;
  private final int bound;
  private final boolean complete;
  private final List<TraceAccess> producer = new ArrayList<>();
  private final List<TraceAccess> consumer = new ArrayList<>();
  private final Set<Configuration> tried = new HashSet<>();

  // What each side's own log says, by how many of its accesses were made.
  private final List<Stored> writes = new ArrayList<>();
  private final List<Stored> reads = new ArrayList<>();
  private final int[] writesBefore;
  private final int[] readsBefore;

  EveryInterleaving(
      int capacity, CursorKind cursors, int bound, boolean complete, List<TraceAccess> accesses) {
    this.capacity = capacity;
    this.cursors = cursors;
    this.bound = bound;
    this.complete = complete;
    for (TraceAccess access : accesses) {
      (access.thread() == TraceThread.P ? producer : consumer).add(access);
    }
    writesBefore = new int[producer.size() + 1];
    readsBefore = new int[consumer.size() + 1];
  }

  private long modulus() {
    return switch (cursors) {
      case WRAPPED -> capacity;
      case DOUBLED -> 2L * capacity;
      case COUNTING -> 1L << 32;
    };
  }

  /** Whether some interleaving explains the recording. */
  boolean isExplained() {
    return follow(producer, Place.WRITE, writes, writesBefore)
        && follow(consumer, Place.READ, reads, readsBefore)
        && search(new Configuration(Collections.nCopies(2 * Of.values().length, 0)));
  }

  /** Reads one log by itself: its cursor's stores, each at most a lap forward. */
  private boolean follow(List<TraceAccess> log, Place own, List<Stored> stores, int[] before) {
    stores.add(new Stored(0, 0));
    for (int i = 0; i < log.size(); i++) {
      TraceAccess access = log.get(i);
      Stored last = stores.get(stores.size() - 1);
      boolean isStore = access.kind() == TraceAccess.Kind.STORE;
      if (access.place() == own && isStore) {
        long n = Math.floorMod(access.value() - (long) last.raw(), modulus());
        boolean wild = Integer.toUnsignedLong(access.value()) >= modulus();
        if (wild || n > (cursors == CursorKind.WRAPPED ? capacity - 1 : capacity)) {
          return false;
        }
        if (n > 0) {
          stores.add(new Stored(access.value(), last.position() + n));
        }
      } else if (isStore && access.place() != Place.DATA) {
        return false;
      } else if (isStore && own == Place.READ) {
        return false; // the consumer stores to a slot: not in these recordings
      } else if (access.place() == own
          && access.kind() == TraceAccess.Kind.LOAD
          && access.value() != last.raw()) {
        return false;
      }
      before[i + 1] = stores.size() - 1;
      boolean forever = access.kind() == TraceAccess.Kind.WAIT && access.result() == null;
      if (forever && i + 1 < log.size()) {
        return false;
      }
    }
    return true;
  }

  private boolean search(Configuration at) {
    if (!tried.add(at)) {
      return false;
    }
    boolean end =
        at.get(Of.TAKEN, true) == producer.size() && at.get(Of.TAKEN, false) == consumer.size();
    return end ? !complete || isCalm(at) : moves(at, true) || moves(at, false);
  }

  /** Nobody sleeps whose word has changed, and not both. */
  private boolean isCalm(Configuration at) {
    boolean p = at.is(Of.ASLEEP, true);
    boolean c = at.is(Of.ASLEEP, false);
    boolean late =
        (p && at.get(Of.SEEN, true) < reads.size() - 1)
            || (c && at.get(Of.SEEN, false) < writes.size() - 1);
    return !late && !(p && c) && !at.is(Of.LOST, true) && !at.is(Of.LOST, false);
  }

  private List<TraceAccess> log(boolean produces) {
    return produces ? producer : consumer;
  }

  private List<Stored> stores(boolean produces) {
    return produces ? writes : reads;
  }

  private boolean moves(Configuration at, boolean produces) {
    int i = at.get(Of.TAKEN, produces);
    if (at.is(Of.ASLEEP, produces)) {
      return wakesForNothing(at, produces);
    }
    if (i >= log(produces).size()) {
      return false;
    }
    TraceAccess access = log(produces).get(i);
    boolean loads = access.kind() == TraceAccess.Kind.LOAD;
    boolean own = access.place() == (produces ? Place.WRITE : Place.READ);
    return switch (access.kind()) {
      case LOAD, STORE -> {
        if (access.place() == Place.DATA) {
          yield works(at, produces, access);
        }
        yield own
            ? (loads ? search(at.next(produces)) : publishes(at, produces))
            : looks(at, produces, access);
      }
      case WAIT -> waits(at, produces, access);
      case NOTIFY -> notifies(at, produces, access);
      default -> false;
    };
  }

  /** The newest store of a side's cursor. */
  private int newest(Configuration at, boolean produces) {
    return (produces ? writesBefore : readsBefore)[at.get(Of.TAKEN, produces)];
  }

  private boolean looks(Configuration at, boolean produces, TraceAccess access) {
    for (int v = at.get(Of.SEEN, produces); v <= newest(at, !produces); v++) {
      boolean equal = stores(!produces).get(v).raw() == access.value();
      if (equal && search(loaded(at, produces, v).with(Of.TOLD, produces, 0).next(produces))) {
        return true;
      }
    }
    return false;
  }

  private long position(Configuration at, boolean produces) {
    return stores(produces).get(newest(at, produces)).position();
  }

  /** How far a side may take the other's cursor to have come. */
  private long known(Configuration at, boolean produces) {
    long seen = stores(!produces).get(at.get(Of.SEEN, produces)).position();
    long assumed = at.get(Of.ASSUMED, produces);
    return at.is(Of.TOLD, produces)
        ? Math.max(assumed, position(at, !produces))
        : Math.max(assumed, seen);
  }

  /** The same after it went by what a wait told it. */
  private Configuration assume(Configuration at, boolean produces, long needs) {
    boolean more = at.is(Of.TOLD, produces) && needs > at.get(Of.ASSUMED, produces);
    return more ? at.with(Of.ASSUMED, produces, (int) needs) : at;
  }

  private boolean works(Configuration at, boolean produces, TraceAccess access) {
    if (produces && access.kind() == TraceAccess.Kind.LOAD) {
      return search(at.next(true)); // the producer looks at what it wrote
    }
    long position = slotPosition(at, produces, access.index());
    long needs = produces ? position - capacity + 1 : position + 1;
    if (needs > known(at, produces)) {
      return false;
    }
    Object stored = produces ? null : lastWritten(at, position);
    boolean right = produces || (stored != null && stored.equals(access.element()));
    return right && search(assume(at, produces, needs).next(produces));
  }

  private long slotPosition(Configuration at, boolean produces, int index) {
    long position = position(at, produces);
    return position + Math.floorMod(index - position % capacity, (long) capacity);
  }

  /** What the producer stored for a position, in its log so far. */
  private @Nullable Scalar lastWritten(Configuration at, long position) {
    for (int i = at.get(Of.TAKEN, true) - 1; i >= 0; i--) {
      TraceAccess access = producer.get(i);
      boolean stores = access.kind() == TraceAccess.Kind.STORE && access.place() == Place.DATA;
      long start = writes.get(writesBefore[i]).position();
      if (stores && isAt(position, start, access.index())) {
        return access.element();
      }
    }
    return null;
  }

  private boolean isAt(long position, long start, int index) {
    return start + Math.floorMod(index - start % capacity, (long) capacity) == position;
  }

  private boolean wasRead(Configuration at, long position) {
    for (int i = at.get(Of.TAKEN, false) - 1; i >= 0; i--) {
      TraceAccess access = consumer.get(i);
      long start = reads.get(readsBefore[i]).position();
      if (access.place() == Place.DATA && isAt(position, start, access.index())) {
        return true;
      }
    }
    return false;
  }

  /** The next store of the own cursor hands over exactly what was worked on. */
  private boolean publishes(Configuration at, boolean produces) {
    int i = at.get(Of.TAKEN, produces);
    int[] before = produces ? writesBefore : readsBefore;
    long from = stores(produces).get(before[i]).position();
    long to = stores(produces).get(before[i + 1]).position();
    long needs = produces ? to - bound : to;
    if (to > from && needs > known(at, produces)) {
      return false;
    }
    for (long position = from; position < to; position++) {
      if (produces ? lastWritten(at, position) == null : !wasRead(at, position)) {
        return false;
      }
    }
    return search((to > from ? assume(at, produces, needs) : at).next(produces));
  }

  private boolean waits(Configuration at, boolean produces, TraceAccess access) {
    boolean changed = access.result() == WaitResult.NOT_EQUAL;
    int loaded = stores(!produces).get(at.get(Of.LOADED, produces)).raw();
    if (changed && access.value() != loaded) {
      return search(at.with(Of.TOLD, produces, 1).next(produces)); // it tells nothing
    }
    int from = Math.max(at.get(Of.SEEN, produces), at.get(Of.NOTIFIED, !produces));
    for (int v = from; v <= newest(at, !produces); v++) {
      boolean equal = stores(!produces).get(v).raw() == access.value();
      if (equal != changed && search(waited(at, produces, access, v))) {
        return true;
      }
    }
    return false;
  }

  private static Configuration loaded(Configuration at, boolean produces, int version) {
    return at.with(Of.SEEN, produces, version).with(Of.LOADED, produces, version);
  }

  private static Configuration waited(
      Configuration at, boolean produces, TraceAccess access, int version) {
    if (access.result() == WaitResult.NOT_EQUAL) {
      return at.with(Of.SEEN, produces, version).with(Of.TOLD, produces, 1).next(produces);
    }
    Configuration seen = loaded(at, produces, version);
    if (access.result() == WaitResult.TIMED_OUT) {
      return seen.next(produces);
    }
    Configuration sleeps = seen.with(Of.ASLEEP, produces, 1);
    return access.result() == null ? sleeps.next(produces) : sleeps;
  }

  private Configuration woken(Configuration at, boolean produces) {
    Configuration awake = at.with(Of.ASLEEP, produces, 0);
    boolean forever = at.get(Of.TAKEN, produces) >= log(produces).size();
    return forever
        ? awake.with(Of.LOST, produces, 1)
        : awake.with(Of.TOLD, produces, 1).next(produces);
  }

  private boolean wakesForNothing(Configuration at, boolean produces) {
    boolean forever = at.get(Of.TAKEN, produces) >= log(produces).size();
    return !forever && search(woken(at, produces));
  }

  private boolean notifies(Configuration at, boolean produces, TraceAccess access) {
    boolean sleeps = at.is(Of.ASLEEP, !produces);
    boolean cut = !complete && !sleeps && at.get(Of.TAKEN, !produces) == log(!produces).size();
    if (access.value() != (sleeps ? 1 : 0) && !cut) { // the wait may be in lines that are missing
      return false;
    }
    Configuration told = at.with(Of.NOTIFIED, produces, newest(at, produces)).next(produces);
    return search(sleeps ? woken(told, !produces) : told);
  }
}
