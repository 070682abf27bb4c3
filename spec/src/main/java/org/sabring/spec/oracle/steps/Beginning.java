package org.sabring.spec.oracle.steps;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.trace.TraceHeader;

/**
 * The lines of a recording up to where both sides are at work, kept back until then: what the words
 * held before may be told by a side's first stores, and the other side's lines may come earlier in
 * the file.
 */
final class Beginning {

  private final SetUp setUp;
  private final Cursors cursors;
  private final boolean fromMiddle;
  private final boolean complete;
  private final List<TraceAccess> kept = new ArrayList<>();
  private final Map<RingSide, List<TraceAccess>> unknown = new EnumMap<>(RingSide.class);
  private final Map<RingSide, TraceAccess> leading = new EnumMap<>(RingSide.class);
  private boolean over;
  private boolean isGuess;

  Beginning(TraceHeader header, SetUp setUp, Cursors cursors) {
    this.setUp = setUp;
    this.cursors = cursors;
    fromMiddle = header.ring().fromMiddle();
    complete = header.complete();
    for (RingSide side : RingSide.values()) {
      unknown.put(side, new ArrayList<>());
    }
  }

  /** Whether lines can be read as they come. */
  boolean isOver() {
    return over;
  }

  /** Whether many lines wait for a side to be at work. */
  boolean starves() {
    return kept.size() > RingJudge.SHORT;
  }

  /** A side that is not yet at work. */
  RingSide hungry() {
    return unknown.containsKey(RingSide.PRODUCER) ? RingSide.PRODUCER : RingSide.CONSUMER;
  }

  /** Takes a line; answers with those that can be read now. */
  List<TraceAccess> add(TraceAccess access) throws Misfit {
    RingSide side = Objects.requireNonNull(access.thread().side());
    kept.add(access);
    List<TraceAccess> first = unknown.get(side);
    if (first != null) {
      first.add(access);
      if (fromMiddle ? isMiddle(access) : isWork(access)) {
        unknown.remove(side);
        learn(side, first);
      }
    }
    return unknown.isEmpty() ? release() : List.of();
  }

  /** The lines that were kept back; all of them, when no more come. */
  List<TraceAccess> end() throws Misfit {
    for (Map.Entry<RingSide, List<TraceAccess>> side : unknown.entrySet()) {
      learn(side.getKey(), side.getValue());
      if (!complete && !fromMiddle) {
        suspect(side.getKey(), side.getValue());
      }
    }
    unknown.clear();
    return release();
  }

  private List<TraceAccess> release() throws Misfit {
    over = true;
    setUpEachItsOwn();
    List<TraceAccess> known = List.copyOf(kept);
    kept.clear();
    return known;
  }

  /**
   * A side that begins with a store of its own cursor sets it up only if both cursors are equal
   * then; otherwise it hands over slots that nobody has worked on.
   */
  private void setUpEachItsOwn() throws Misfit {
    TraceAccess write = leading.get(RingSide.PRODUCER);
    TraceAccess read = leading.get(RingSide.CONSUMER);
    int first = write == null ? setUp.value(Place.WRITE) : write.value();
    if (first != (read == null ? setUp.value(Place.READ) : read.value())) {
      return;
    }
    for (TraceAccess access : leading.values()) {
      setUp.store(access);
    }
    kept.removeAll(leading.values());
  }

  private static boolean stores(TraceAccess access) {
    return access.kind() == TraceAccess.Kind.STORE || access.kind() == TraceAccess.Kind.ADD;
  }

  /** A set-up only stores. */
  private static boolean isWork(TraceAccess access) {
    return access.place() != Place.OTHER && !stores(access);
  }

  private static boolean isCursorOf(RingSide side, TraceAccess access) {
    return access.place().writer() == side
        && (access.place() == Place.WRITE || access.place() == Place.READ);
  }

  /** In the middle of a run, the first access of the own cursor tells what it holds. */
  private static boolean isMiddle(TraceAccess access) {
    RingSide side = Objects.requireNonNull(access.thread().side());
    boolean waits =
        access.kind() == TraceAccess.Kind.WAIT || access.kind() == TraceAccess.Kind.NOTIFY;
    return isCursorOf(side, access) && !waits;
  }

  private void learn(RingSide side, List<TraceAccess> first) throws Misfit {
    if (fromMiddle) {
      learnMiddle(side, first);
    } else {
      List<TraceAccess> ready = first.subList(0, setUpBy(side, first));
      if (ready.size() == 1 && isCursorOf(side, ready.get(0))) {
        leading.put(side, ready.get(0));
        return;
      }
      for (TraceAccess access : ready) {
        setUp.store(access);
      }
      kept.removeAll(ready);
    }
  }

  /** A side that has not begun when its log is cut off may have been about to set up. */
  private void suspect(RingSide cutOff, List<TraceAccess> first) {
    isGuess |= cutOff == RingSide.CONSUMER && !first.isEmpty(); // it may store the first elements
    Set<Place> known = EnumSet.noneOf(Place.class);
    for (TraceAccess access : kept) {
      boolean cursor = access.place() == Place.WRITE || access.place() == Place.READ;
      if (cursor && access.thread().side() == cutOff.peer() && known.add(access.place())) {
        boolean loads = access.kind() == TraceAccess.Kind.LOAD;
        isGuess |= loads ? access.value() != setUp.value(access.place()) : !publishes(access);
      }
    }
  }

  /**
   * How many of a side's first stores make the memory ready: all up to the last that goes to a word
   * of the other side, and a cursor of its own that is no publication.
   */
  private int setUpBy(RingSide side, List<TraceAccess> first) {
    int ready = 0;
    boolean placed = false; // its own cursor is set up
    for (int i = 0; i < first.size() && (stores(first.get(i)) || !isWork(first.get(i))); i++) {
      TraceAccess access = first.get(i);
      boolean others = access.place().writer() == side.peer() && access.place() != Place.DATA;
      boolean leads = i == ready && isCursorOf(side, access) && !placed;
      if (others || (leads && (ready > 0 || !publishes(access)))) {
        ready = i + 1;
      }
      placed = first.subList(0, ready).stream().anyMatch(own -> isCursorOf(side, own));
    }
    return ready;
  }

  private boolean publishes(TraceAccess access) {
    return access.kind() == TraceAccess.Kind.ADD
        || cursors.isNext(setUp.value(access.place()), access.value());
  }

  private void learnMiddle(RingSide side, List<TraceAccess> first) {
    TraceAccess last = first.isEmpty() ? null : first.get(first.size() - 1);
    if (last == null || !isMiddle(last)) {
      isGuess = true;
      kept.stream()
          .filter(access -> access.thread().side() == side.peer() && isCursorOf(side, access))
          .filter(access -> access.kind() == TraceAccess.Kind.LOAD)
          .forEach(access -> setUp.know(access.place(), access.value())); // it moved no more
      return;
    }
    setUp.know(last.place(), last.value());
    isGuess |= cursors.isAmbiguous(last.value());
    if (last.kind() == TraceAccess.Kind.STORE) {
      isGuess = true;
      // What it did before led up to this store, and from where is not known.
      kept.removeIf(before -> before.thread().side() == side && before.place() == Place.DATA);
    }
  }

  /**
   * Whether it is not known where the cursors stood at first: what is found may be the fault of a
   * wrong guess.
   */
  boolean isGuess() {
    return isGuess;
  }
}
