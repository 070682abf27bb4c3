package org.sabring.spec.oracle.steps;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.trace.Place;
import org.sabring.spec.trace.TraceAccess;

/**
 * The beginning of a recording from the middle of a run: what the cursors held then is what each
 * side first loads or stores of its own. Until both are known, lines are kept back.
 */
final class MiddleStart {

  private final SetUp setUp;
  private final List<TraceAccess> kept = new ArrayList<>();
  private final Set<RingSide> unknown;

  MiddleStart(boolean fromMiddle, SetUp setUp) {
    this.setUp = setUp;
    unknown = fromMiddle ? EnumSet.allOf(RingSide.class) : EnumSet.noneOf(RingSide.class);
  }

  /** Whether lines can be read as they come. */
  boolean isOver() {
    return unknown.isEmpty();
  }

  /** Takes a line; answers with those that can be read now. */
  List<TraceAccess> add(TraceAccess access) throws Misfit {
    RingSide side = access.thread().side();
    kept.add(access);
    boolean cursor = access.place() == Place.WRITE || access.place() == Place.READ;
    if (cursor && access.place().writer() == side && unknown.contains(side)) {
      learn(access);
    }
    return unknown.isEmpty() ? end() : List.of();
  }

  private void learn(TraceAccess access) throws Misfit {
    RingSide side = access.thread().side();
    if (access.kind() == TraceAccess.Kind.LOAD || access.kind() == TraceAccess.Kind.ADD) {
      setUp.know(access.place(), access.value());
      unknown.remove(side);
    } else if (access.kind() == TraceAccess.Kind.STORE) {
      setUp.know(access.place(), access.value());
      unknown.remove(side);
      // What it did before led up to this store, and from where is not known.
      kept.removeIf(before -> before.thread().side() == side && before.place() == Place.DATA);
    }
  }

  /** The lines that were kept back; all of them, when no more come. */
  List<TraceAccess> end() {
    List<TraceAccess> known = List.copyOf(kept);
    kept.clear();
    unknown.clear();
    return known;
  }
}
