package org.sabring.explore.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The state of the law's memory, by the names of {@code ReleaseAcquire.tla}, with what {@code
 * Views.tla} says of it. A thread that is not living has ended.
 */
abstract class LawViews {

  record Store(long value, LawView view) {}

  final IntPredicate mayRace;
  List<List<Store>> stores = new ArrayList<>();
  List<LawView> current;
  List<LawView> acquired;
  List<LawView> released;
  Map<Integer, LawView> locks = new HashMap<>();
  List<List<Integer>> volatiles;
  Set<Integer> pushers = new HashSet<>();
  List<Integer> pushed;
  Set<Integer> living = new HashSet<>();
  boolean race;

  LawViews(int locations, int threads, IntPredicate mayRace) {
    this.mayRace = mayRace;
    LawView view = new LawView(Collections.nCopies(locations, 1), Set.of());
    for (int location = 0; location < locations; location++) {
      stores.add(List.of(new Store(0, view)));
    }
    current = new ArrayList<>(Collections.nCopies(threads, view));
    IntStream.range(0, threads).forEach(living::add);
    acquired = new ArrayList<>(current);
    released = new ArrayList<>(current);
    volatiles = new ArrayList<>(Collections.nCopies(threads, view.seen()));
    pushed = view.seen();
  }

  LawViews(LawViews m) {
    mayRace = m.mayRace;
    stores = new ArrayList<>(m.stores);
    current = new ArrayList<>(m.current);
    acquired = new ArrayList<>(m.acquired);
    released = new ArrayList<>(m.released);
    locks = new HashMap<>(m.locks);
    volatiles = new ArrayList<>(m.volatiles);
    pushers = new HashSet<>(m.pushers);
    pushed = m.pushed;
    living = new HashSet<>(m.living);
  }

  final boolean isLiving(int t) {
    return living.contains(t);
  }

  final void mapViews(
      UnaryOperator<List<Integer>> seen, UnaryOperator<Set<LawView.Access>> missing) {
    UnaryOperator<LawView> view =
        v -> new LawView(seen.apply(v.seen()), missing.apply(v.missing()));
    stores.replaceAll(
        row -> row.stream().map(s -> new Store(s.value, view.apply(s.view))).toList());
    current.replaceAll(view);
    acquired.replaceAll(view);
    released.replaceAll(view);
    locks.replaceAll((lock, v) -> view.apply(v));
    volatiles.replaceAll(seen);
    pushed = seen.apply(pushed);
  }

  final void tell(int t, LawView.Access access) {
    if (!mayRace.test(access.location())) {
      return;
    }
    mapViews(s -> s, k -> LawView.with(k, access));
    current.set(t, current.get(t).without(access));
    acquired.set(t, acquired.get(t).without(access));
  }

  final Set<LawView.Access> missed() {
    Set<LawView.Access> missed = new HashSet<>();
    living.forEach(t -> missed.addAll(current.get(t).missing()));
    return missed;
  }

  private int oldest(int loc) {
    IntStream seen = living.stream().mapToInt(t -> current.get(t).seen().get(loc));
    return seen.min().orElse(stores.get(loc).size());
  }

  final void learn() {
    List<Integer> oldest = IntStream.range(0, stores.size()).map(this::oldest).boxed().toList();
    Set<LawView.Access> missed = missed();
    mapViews(s -> LawView.shifted(s, oldest), k -> LawView.common(k, missed));
    for (int loc = 0; loc < stores.size(); loc++) {
      List<Store> row = stores.get(loc);
      stores.set(loc, List.copyOf(row.subList(oldest.get(loc) - 1, row.size())));
    }
    LawView none = new LawView(Collections.nCopies(stores.size(), 1), Set.of());
    for (int t = 0; t < current.size(); t++) {
      if (!isLiving(t)) {
        current.set(t, none);
        acquired.set(t, none);
        released.set(t, none);
        volatiles.set(t, none.seen());
      }
    }
    locks.values().removeIf(v -> Collections.max(v.seen()) == 1 && v.missing().equals(missed));
  }

  private List<Object> parts() {
    return List.of(
        stores, current, acquired, released, locks, volatiles, pushers, pushed, living, race);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LawViews views && parts().equals(views.parts());
  }

  @Override
  public int hashCode() {
    return Objects.hash(parts());
  }
}
