package org.sabring.explore.memory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A view of the law, as {@code Views.tla} has it. Places count from 1, as in TLA+. */
record LawView(List<Integer> seen, Set<LawView.Access> missing) {

  /** An access, in the law a tuple. */
  record Access(int location, int thread, boolean plain, boolean stores) {
    /** Whether one of the two stores, and one is plain. */
    boolean conflicts(Access other) {
      return location == other.location
          && thread != other.thread
          && (plain || other.plain)
          && (stores || other.stores);
    }
  }

  /** To have seen both. */
  static List<Integer> joinSeen(List<Integer> s, List<Integer> r) {
    List<Integer> both = new ArrayList<>(s);
    for (int i = 0; i < both.size(); i++) {
      both.set(i, Math.max(s.get(i), r.get(i)));
    }
    return both;
  }

  /** After a store has come right after store i of a location. */
  static List<Integer> moved(List<Integer> s, int loc, int i) {
    List<Integer> later = new ArrayList<>(s);
    later.set(loc, s.get(loc) > i ? s.get(loc) + 1 : s.get(loc));
    return later;
  }

  /** Counted from 1 again, after the stores before the oldest have been forgotten. */
  static List<Integer> shifted(List<Integer> s, List<Integer> oldest) {
    List<Integer> less = new ArrayList<>();
    for (int loc = 0; loc < s.size(); loc++) {
      less.add(Math.max(1, s.get(loc) - oldest.get(loc) + 1));
    }
    return less;
  }

  static Set<Access> with(Set<Access> missing, Access access) {
    Set<Access> more = new HashSet<>(missing);
    more.add(access);
    return more;
  }

  static Set<Access> common(Set<Access> missing, Set<Access> others) {
    Set<Access> both = new HashSet<>(missing);
    both.retainAll(others);
    return both;
  }

  LawView join(LawView w) {
    return new LawView(joinSeen(seen, w.seen), common(missing, w.missing));
  }

  LawView see(int location, int i) {
    List<Integer> later = new ArrayList<>(seen);
    later.set(location, Math.max(later.get(location), i));
    return new LawView(later, missing);
  }

  LawView without(Access access) {
    Set<Access> fewer = new HashSet<>(missing);
    fewer.remove(access);
    return new LawView(seen, fewer);
  }
}
