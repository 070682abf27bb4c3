package org.sabring.explore.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A numbering of objects: the numbers of one table all are above 0, or all below. */
final class ObjectTable {

  /** An object. */
  static final class Entry {

    final Class<?> type;

    /** Of an array; else 0. */
    final int length;

    /** Itself, if it is the same in every run; null if each run makes its own. */
    @Nullable Object object;

    /** What it is called; empty until it is called something. */
    String label = "";

    private Entry(Class<?> type, int length, @Nullable Object object) {
      this.type = type;
      this.length = length;
      this.object = object;
    }
  }

  /** What numbers an object that a side makes: the how manieth of a call. */
  record Birth(int side, int call, int place, Class<?> type, int length) {}

  private final int sign;
  private final List<Entry> entries = new ArrayList<>();
  private final IdentityHashMap<Object, Integer> permanent = new IdentityHashMap<>();
  private final Map<Object, Integer> constants = new HashMap<>();
  private final Map<Birth, Integer> born = new HashMap<>();

  ObjectTable(int sign) {
    this.sign = sign;
  }

  Entry entry(int id) {
    return entries.get(sign * id - 1);
  }

  int count() {
    return entries.size();
  }

  private int add(Entry entry) {
    entries.add(entry);
    return sign * entries.size();
  }

  @Nullable Integer permanent(Object object) {
    return permanent.get(object);
  }

  int addPermanent(Object object, int length) {
    int id = add(new Entry(object.getClass(), length, object));
    permanent.put(object, id);
    return id;
  }

  /** A value whose identity does not matter. */
  int constant(Object value) {
    Integer known = constants.get(value);
    if (known == null) {
      known = add(new Entry(value.getClass(), 0, value));
      constants.put(value, known);
    }
    return known;
  }

  /** An object that a side makes; the object itself is kept only if it cannot be made anew. */
  int born(Birth birth, @Nullable Object object) {
    Integer known = born.get(birth);
    if (known == null) {
      known = add(new Entry(birth.type(), birth.length(), object));
      born.put(birth, known);
    } else if (object != null) {
      entry(known).object = object;
    }
    return known;
  }
}
