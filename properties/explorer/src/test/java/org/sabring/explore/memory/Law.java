package org.sabring.explore.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The law, {@code ReleaseAcquire.tla} and {@code Views.tla}, line for line and with no regard to
 * speed; {@link ReleaseAcquire} is held against it. Of the law's own form it leaves two things:
 * what all know is forgotten after every step, and the race is that of the last access. Here
 * threads may end as well, and hand over what they know as with a lock.
 */
final class Law extends LawViews {

  /** What a load gives. */
  record Read(long value, Law memory) {}

  /** The lock that all threads take that end. */
  private static final int ENDED = -1;

  Law(int locations, int threads, IntPredicate mayRace) {
    super(locations, threads, mayRace);
  }

  private Law(Law m) {
    super(m);
  }

  private boolean isPush(int t, Mode mode) {
    return mode == Mode.VOLATILE && pushers.contains(t);
  }

  private Law push(int t, Mode mode) {
    Law n = new Law(this);
    n.pushed = isPush(t, mode) ? LawView.joinSeen(pushed, volatiles.get(t)) : pushed;
    return n;
  }

  private int oldest(int t, int loc, Mode mode) {
    int seen = current.get(t).seen().get(loc);
    return isPush(t, mode) ? Math.max(seen, pushed.get(loc)) : seen;
  }

  private void willPush(int t, Mode mode, Store store) {
    if (mode == Mode.VOLATILE) {
      volatiles.set(t, LawView.joinSeen(volatiles.get(t), store.view().seen()));
      pushers.add(t);
    }
  }

  private void judged(int t, LawView.Access access) {
    race = current.get(t).missing().stream().anyMatch(access::conflicts);
  }

  List<Read> loads(int t, int loc, Mode mode) {
    Law n = push(t, mode);
    List<Read> all = new ArrayList<>();
    for (int i = n.stores.get(loc).size(); i >= n.oldest(t, loc, mode); i--) {
      all.add(new Law(n).loadOf(t, loc, mode, i));
    }
    return all;
  }

  private Read loadOf(int t, int loc, Mode mode, int i) {
    LawView.Access access = new LawView.Access(loc, t, mode == Mode.PLAIN, false);
    Store store = stores.get(loc).get(i - 1);
    LawView own = current.get(t).see(loc, i);
    LawView later = acquired.get(t).see(loc, i);
    current.set(t, mode.acquires() ? own.join(store.view()) : own);
    acquired.set(t, mode == Mode.PLAIN ? later : later.join(store.view()));
    judged(t, access);
    willPush(t, mode, store);
    tell(t, access);
    return new Read(store.value(), learned());
  }

  List<Law> stores(int t, int loc, long value, Mode mode) {
    Law n = push(t, mode);
    List<Law> all = new ArrayList<>();
    for (int i = n.stores.get(loc).size(); i >= n.oldest(t, loc, mode); i--) {
      all.add(new Law(n).storeAfter(t, loc, value, mode, i));
    }
    return all;
  }

  private Law storeAfter(int t, int loc, long value, Mode mode, int i) {
    LawView.Access access = new LawView.Access(loc, t, mode == Mode.PLAIN, true);
    mapViews(s -> LawView.moved(s, loc, i), k -> k);
    judged(t, access);
    tell(t, access);
    LawView hands = mode.releases() ? current.get(t) : released.get(t);
    List<Store> row = new ArrayList<>(stores.get(loc));
    Store store = new Store(value, hands.see(loc, i + 1));
    row.add(i, store);
    stores.set(loc, row);
    current.set(t, current.get(t).see(loc, i + 1));
    acquired.set(t, acquired.get(t).see(loc, i + 1));
    willPush(t, mode, store);
    return learned();
  }

  Law fenced(int t, Fence fence) {
    Law n = new Law(this);
    if (fence != Fence.RELEASE) {
      n.current.set(t, n.acquired.get(t));
    }
    if (fence == Fence.FULL) {
      List<Integer> seen = LawView.joinSeen(n.current.get(t).seen(), n.pushed);
      n.current.set(t, new LawView(seen, n.current.get(t).missing()));
      LawView later = n.acquired.get(t);
      n.acquired.set(t, new LawView(LawView.joinSeen(later.seen(), seen), later.missing()));
      n.pushed = seen;
    }
    if (fence != Fence.ACQUIRE) {
      n.released.set(t, n.current.get(t));
    }
    return n.learned();
  }

  Law locked(int t, int lock) {
    Law n = new Law(this);
    LawView own = n.current.get(t);
    LawView known = n.locks.containsKey(lock) ? own.join(n.locks.get(lock)) : own;
    n.current.set(t, known);
    n.acquired.set(t, n.acquired.get(t).join(known));
    n.locks.put(lock, known);
    return n.learned();
  }

  Law finished(int t) {
    Law n = new Law(this);
    n.locks.merge(ENDED, current.get(t), LawView::join);
    n.living.remove(t);
    n.pushers.remove(t);
    n.race = race;
    return n.learned();
  }

  Law joined(int t, int other) {
    Law n = new Law(this);
    LawView start = new LawView(Collections.nCopies(stores.size(), 1), missed());
    LawView all = locks.getOrDefault(ENDED, start);
    LawView known = isLiving(t) ? current.get(t) : all;
    n.current.set(t, known.join(isLiving(other) ? current.get(other) : all));
    n.acquired.set(t, (isLiving(t) ? acquired.get(t) : all).join(n.current.get(t)));
    n.released.set(t, isLiving(t) ? released.get(t) : start);
    n.living.add(t);
    return n.learned();
  }

  private Law learned() {
    learn();
    return this;
  }

  boolean hasRace() {
    return race;
  }
}
