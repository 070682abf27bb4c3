package org.sabring.explore.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Row.Store;

/**
 * Release/acquire memory as a machine of views: the one of {@code ReleaseAcquire.tla}, by the same
 * names. For each location it keeps the stores in the order that all agree on; each side has a view
 * of them, each store carries one, and acquiring a store that was released joins the two. A side
 * may read any store that its view does not rule out, and may place its own store after any such
 * store.
 *
 * <p>The law has neither atomic updates nor final fields, and its threads do not end. An update
 * takes the place right after the store that it reads, and nothing comes between the two; it hands
 * over, as well as its own view, what that store hands over (RC11's release sequence). Who has come
 * to an object through a final field accesses its locations as if it knew what was known when the
 * field was frozen; Java promises that for loads, and here it holds for stores too, which every
 * machine keeps behind the load of the reference that they go through.
 *
 * <p>Steps are taken in program order, so a load never reads a store that comes later: load
 * buffering, which Java and C++ allow with opaque accesses, is not seen here.
 */
final class ReleaseAcquire implements Memory {

  private final Views views;
  private final @Nullable DataRace race;

  private ReleaseAcquire(Views views, @Nullable DataRace race) {
    this.views = views;
    this.race = race;
  }

  static Memory fresh(Locations locations, int sides) {
    return new ReleaseAcquire(new Views(locations, sides), null);
  }

  @SuppressWarnings("ReferenceEquality") // what does not change is the same object
  private Memory after(Views next, @Nullable DataRace raced) {
    Views sealed = next.sealed(views);
    return sealed == views && raced == null && race == null
        ? this
        : new ReleaseAcquire(sealed, raced);
  }

  private Memory changed(Consumer<Views> change, @Nullable DataRace raced) {
    Views next = new Views(views);
    change.accept(next);
    return after(next, raced);
  }

  private boolean isPush(int side, Mode mode) {
    return mode == Mode.VOLATILE && views.pushes.isPush(side);
  }

  /** Before the access, after its push. */
  private Views pushed(int side, Mode mode) {
    if (!isPush(side, mode)) {
      return views;
    }
    Views next = new Views(views);
    next.pushes = next.pushes.push(side);
    return next;
  }

  /** The oldest store that an access may read, or go right after. */
  private int oldest(Views from, int side, int location, Mode mode) {
    int seen = from.current(side).seen(location);
    View floor = from.floor(side, location);
    int known = floor == null ? seen : Math.max(seen, floor.seen(location));
    return isPush(side, mode)
        ? Math.max(known, SeenStores.at(from.pushes.pushed, location))
        : known;
  }

  @Override
  public List<Read> loads(int side, int location, Mode mode) {
    Views from = pushed(side, mode);
    Row row = from.stores.row(location);
    int oldest = oldest(from, side, location, mode);
    List<Read> all = new ArrayList<>(row.length() - oldest);
    for (int place = row.length() - 1; place >= oldest; place--) {
      all.add(load(from, side, location, row, place, mode));
    }
    return all;
  }

  private Read load(Views from, int side, int location, Row row, int place, Mode mode) {
    Views next = new Views(from);
    boolean plain = mode == Mode.PLAIN;
    Store store = row.at(place);
    next.read(side, location, place, store, mode);
    DataRace raced = next.judged(side, location, plain, false);
    if (mode == Mode.VOLATILE) {
      next.pushes = next.pushes.willPush(side, location, place, store.view());
    }
    next.tell(side, location, plain, false);
    return new Read(store.value(), row.length() - 1 - place, after(next, raced));
  }

  @Override
  public List<Memory> stores(int side, int location, long value, Mode mode) {
    Views from = pushed(side, mode);
    Row row = from.stores.row(location);
    int oldest = oldest(from, side, location, mode);
    List<Memory> all = new ArrayList<>(row.length() - oldest);
    for (int place = row.length() - 1; place >= oldest; place--) {
      if (!row.isTied(place)) {
        Views next = new Views(from);
        next.makeRoom(location, place + 1);
        DataRace raced = next.judged(side, location, mode == Mode.PLAIN, true);
        next.tell(side, location, mode == Mode.PLAIN, true);
        next.store(side, location, value, place + 1, mode, false);
        all.add(after(next, raced));
      }
    }
    return all;
  }

  @Override
  public List<Read> updates(int side, int location, Update update, Mode mode) {
    Mode loading = mode.acquires() ? mode : Mode.OPAQUE;
    Views from = pushed(side, mode);
    Row row = from.stores.row(location);
    int oldest = oldest(from, side, location, mode);
    List<Read> all = new ArrayList<>(row.length() - oldest);
    for (int place = row.length() - 1; place >= oldest; place--) {
      if (!update.stores(row.at(place).value())) {
        all.add(load(from, side, location, row, place, loading));
      } else if (!row.isTied(place)) {
        all.add(update(from, side, location, row, place, update, mode));
      }
    }
    return all;
  }

  private Read update(
      Views from, int side, int location, Row row, int place, Update update, Mode mode) {
    Views next = new Views(from);
    Store store = row.at(place);
    next.read(side, location, place, store, mode.acquires() ? mode : Mode.OPAQUE);
    next.makeRoom(location, place + 1);
    DataRace raced =
        next.judged(side, location, false, true); // whoever conflicts with its load, too
    Mode storing = mode.releases() ? mode : Mode.OPAQUE;
    next.tell(side, location, false, true);
    next.store(side, location, update.apply(store.value()), place + 1, storing, true);
    return new Read(store.value(), row.length() - 1 - place, after(next, raced));
  }

  @Override
  public Memory fenced(int side, Fence fence) {
    Views next = new Views(views);
    switch (fence) {
      case ACQUIRE, LOAD_LOAD -> next.know(side, next.acquired(side), next.acquired(side));
      case RELEASE, STORE_STORE -> next.release(side, next.current(side));
      case FULL -> {
        View all = next.acquired(side).seeAll(next.pushes.pushed);
        next.know(side, all, all);
        next.pushes = next.pushes.pushAll(all.seen);
        next.release(side, all);
      }
    }
    return after(next, null);
  }

  @Override
  public Memory ordered(int side) {
    return changed(next -> next.pushes = next.pushes.ordered(side), null);
  }

  @Override
  public Memory acquired(int side, int lock) {
    return told(new Views(views), side, views.handed.get(ViewMap.lock(lock)));
  }

  @Override
  public Memory released(int side, int lock) {
    return changed(
        next ->
            next.handOver(
                ViewMap.lock(lock), next.current(side).join(next.handed.get(ViewMap.lock(lock)))),
        null);
  }

  @Override
  public Memory frozen(int side, int object) {
    return changed(next -> next.handOver(ViewMap.frozen(object), next.current(side)), null);
  }

  @Override
  public Memory dereferenced(int side, int from, int to) {
    return changed(next -> next.dereference(side, from, to), race);
  }

  @Override
  public @Nullable Memory drained(int side) {
    return null;
  }

  @Override
  public Memory finished(int side) {
    return changed(next -> next.finish(side), race);
  }

  @Override
  public Memory joined(int side, int other) {
    Views next = new Views(views);
    next.revive(side);
    return told(next, side, views.known(other));
  }

  @Override
  public Memory forgotten(int location) {
    return changed(next -> next.forget(location), null);
  }

  /** After the side has got to know all that is in a view. */
  private Memory told(Views next, int side, @Nullable View more) {
    View known = next.current(side).join(more);
    next.know(side, known, next.acquired(side).join(known));
    return after(next, null);
  }

  @Override
  public long latest(int location) {
    return views.stores.row(location).newest().value();
  }

  @Override
  public @Nullable DataRace race() {
    return race;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ReleaseAcquire memory
            && views.equals(memory.views)
            && (race == null) == (memory.race == null));
  }

  @Override
  public int hashCode() {
    return views.hashCode();
  }
}
