package org.sabring.explore.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A persistent sorted map of the views that fences, locks, final fields and ended sides hand over.
 * Those that are not in it are the view of the start. Immutable.
 */
@SuppressWarnings("ReferenceEquality") // what does not change is the same object
final class ViewMap {

  static final ViewMap EMPTY = new ViewMap(new long[0], new View[0]);

  /** What those knew that have finished. */
  static final long ENDED = 1L << 40;

  private static final long LOCK = 2L << 40;
  private static final long FROZEN = 3L << 40;
  private static final long FLOOR = 4L << 40;

  private final long[] keys; // ascending
  private final View[] views;

  private ViewMap(long[] keys, View[] views) {
    this.keys = keys;
    this.views = views;
  }

  /** What a side knew at its last release fence. */
  static long released(int side) {
    return side;
  }

  static long lock(int lock) {
    return LOCK | (lock & 0xFFFFFFFFL);
  }

  /** What an object was frozen with, when its constructor ended. */
  static long frozen(int object) {
    return FROZEN | (object & 0xFFFFFFFFL);
  }

  /** What a side knows of an object that it has come to through a final field, and of no other. */
  static long floorKey(int side, int object) {
    return FLOOR | (long) side << 32 | (object & 0xFFFFFFFFL);
  }

  @Nullable View floor(int side, int object) {
    boolean hasAny = keys.length > 0 && keys[keys.length - 1] >= FLOOR;
    return hasAny ? get(floorKey(side, object)) : null;
  }

  private static int sideOf(long floor) {
    return (int) (floor >> 32 & 0xFF);
  }

  @Nullable View get(long key) {
    int at = Arrays.binarySearch(keys, key);
    return at < 0 ? null : views[at];
  }

  /** With another view; this if nothing changes. */
  ViewMap with(long key, @Nullable View view) {
    int at = Arrays.binarySearch(keys, key);
    if (at < 0) {
      return view == null ? this : resized(-1 - at, -1 - at, 1).set(-1 - at, key, view);
    }
    if (view == null) {
      return resized(at + 1, at, -1);
    }
    return views[at] == view ? this : resized(0, 0, 0).set(at, key, view);
  }

  /** A copy in which what stands from one place on stands from another on. */
  private ViewMap resized(int from, int to, int more) {
    int length = keys.length + more;
    long[] otherKeys = Arrays.copyOf(keys, length);
    View[] otherViews = Arrays.copyOf(views, length);
    System.arraycopy(keys, from, otherKeys, to + Math.max(more, 0), keys.length - from);
    System.arraycopy(views, from, otherViews, to + Math.max(more, 0), keys.length - from);
    return new ViewMap(otherKeys, otherViews);
  }

  private ViewMap set(int at, long key, View view) {
    keys[at] = key;
    views[at] = view;
    return this;
  }

  /** Changes all views, and leaves out those of the start; this if nothing changes. */
  ViewMap with(Change change, long[] missed) {
    ViewMap changed = this;
    for (int i = 0; i < keys.length; i++) {
      changed = changed.with(keys[i], change.of(views[i]).unlessStart(missed));
    }
    return changed;
  }

  /** Without the floors that tell a side nothing that it does not know; this if there are none. */
  ViewMap beyond(SideViews known) {
    ViewMap rest = this;
    for (int i = keys.length - 1; i >= 0 && keys[i] >= FLOOR; i--) {
      boolean tells = !known.current(sideOf(keys[i])).includes(views[i]);
      rest = tells ? rest : rest.with(keys[i], null);
    }
    return rest;
  }

  /** Without what is of a side alone. */
  ViewMap finished(int side) {
    ViewMap rest = with(released(side), null);
    for (int i = keys.length - 1; i >= 0 && keys[i] >= FLOOR; i--) {
      rest = sideOf(keys[i]) == side ? rest.with(keys[i], null) : rest;
    }
    return rest;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ViewMap map
            && Arrays.equals(keys, map.keys)
            && Arrays.equals(views, map.views));
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(keys) + Arrays.hashCode(views);
  }
}
