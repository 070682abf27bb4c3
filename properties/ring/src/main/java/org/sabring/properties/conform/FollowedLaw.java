package org.sabring.properties.conform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import org.sabring.tla.tlc.LawStates;
import org.sabring.tla.tlc.LawStates.Arrow;

/**
 * A subset construction: the states that the law may be in after what was seen of the code. Not all
 * of the law's steps can be seen, so it may be in one of several states: all that are possible are
 * kept, and where none is left the code has done what the law does not allow. This is the subset
 * construction, made as it is needed; a set of states has a number.
 */
final class FollowedLaw {

  /** There is no state that the law could be in. */
  static final int NONE = -1;

  private record Way(int from, Seen seen) {}

  private final LawStates law;
  private final Set<String> silent;
  private final List<BitSet> sets = new ArrayList<>();
  private final Map<BitSet, Integer> numbers = new HashMap<>();
  private final Map<Way, Integer> ways = new HashMap<>();
  private final BitSet visited = new BitSet();

  /**
   * Follows a law.
   *
   * @param silent the actions that cannot be seen
   */
  FollowedLaw(LawStates law, Set<String> silent) {
    this.law = law;
    this.silent = silent;
    BitSet first = new BitSet();
    first.set(law.initial());
    number(closed(first));
  }

  /** Where the law begins. */
  static int start() {
    return 0;
  }

  /** How many states of the law it was in, perhaps. */
  int visited() {
    return visited.cardinality();
  }

  /** Where the law may be after that; NONE if it cannot have done it. */
  int after(int from, Seen seen) {
    return seen.equals(Seen.NOTHING)
        ? from
        : ways.computeIfAbsent(new Way(from, seen), this::follow);
  }

  private int follow(Way way) {
    BitSet from = sets.get(way.from());
    Seen seen = way.seen();
    BitSet next = seen.action().isEmpty() ? (BitSet) from.clone() : new BitSet();
    from.stream()
        .forEach(
            state -> {
              for (Arrow arrow : law.from(state)) {
                if (arrow.action().equals(seen.action())) {
                  next.set(arrow.to());
                }
              }
            });
    BitSet after = closed(next);
    seen.holds().forEach((variable, value) -> keep(after, variable, value));
    return after.isEmpty() ? NONE : number(closed(after));
  }

  private void keep(BitSet states, String variable, String value) {
    for (int s = states.nextSetBit(0); s >= 0; s = states.nextSetBit(s + 1)) {
      if (!law.value(s, variable).equals(value)) {
        states.clear(s);
      }
    }
  }

  /** With all states that silent steps lead to. */
  private BitSet closed(BitSet states) {
    BitSet all = (BitSet) states.clone();
    Queue<Integer> open = new ArrayDeque<>();
    all.stream().forEach(open::add);
    for (Integer state = open.poll(); state != null; state = open.poll()) {
      for (Arrow arrow : law.from(state)) {
        if (silent.contains(arrow.action()) && !all.get(arrow.to())) {
          all.set(arrow.to());
          open.add(arrow.to());
        }
      }
    }
    return all;
  }

  private int number(BitSet states) {
    Integer known = numbers.get(states);
    if (known != null) {
      return known;
    }
    visited.or(states);
    numbers.put(states, sets.size());
    sets.add(states);
    return sets.size() - 1;
  }

  /** The actions that could be seen there, for people. */
  Set<String> allows(int from) {
    Set<String> actions = new TreeSet<>();
    sets.get(from).stream()
        .forEach(state -> law.from(state).forEach(arrow -> actions.add(arrow.action())));
    actions.removeAll(silent);
    return actions;
  }
}
