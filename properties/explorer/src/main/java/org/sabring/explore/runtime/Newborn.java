package org.sabring.explore.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects of one run: those that it makes, and those of earlier runs as it sees them. */
final class Newborn {

  private final Heap heap;
  private final int side;
  private final int call;
  private final IdentityHashMap<Object, Integer> ids = new IdentityHashMap<>();
  private final Map<Integer, Object> objects = new HashMap<>();
  private final List<Integer> born = new ArrayList<>();
  private boolean escaped;

  /**
   * None yet.
   *
   * @param call tells its objects from those of other calls of the side
   */
  Newborn(Heap heap, int side, int call) {
    this.heap = heap;
    this.side = side;
    this.call = call;
  }

  /** The number of an object that has one. */
  @Nullable Integer known(Object object) {
    Integer id = ids.get(object);
    return id != null ? id : heap.known(object);
  }

  int add(Object object) {
    int id = heap.addBorn(side, call, born.size(), object);
    born.add(id);
    put(id, object);
    return id;
  }

  private void put(int id, Object object) {
    ids.put(object, id);
    objects.put(id, object);
  }

  Object get(int id) {
    Object object = objects.get(id);
    if (object == null) {
      ObjectTable.Entry entry = heap.entry(id);
      object = heap.shell(entry);
      if (entry.object() == null || heap.known(object) == null) {
        put(id, object);
      }
    }
    return object;
  }

  /** How many it has made. */
  int count() {
    return born.size();
  }

  /** A reference is about to be stored: others may reach it if the owner is not new, too. */
  void stored(long reference, int owner) {
    escaped |= born.contains((int) reference) && !born.contains(owner);
  }

  /** Whether others may reach one of them. */
  boolean haveEscaped() {
    return escaped;
  }

  /** The locations of all of them. */
  List<Integer> locations() {
    return born.stream().flatMap(id -> heap.locations().of(id).stream()).toList();
  }
}
