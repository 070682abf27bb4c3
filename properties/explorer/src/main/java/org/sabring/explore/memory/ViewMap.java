package org.sabring.explore.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A few views by number, of a lock or an object; the others are that of the start. Immutable. */
final class ViewMap {

  static final ViewMap EMPTY = new ViewMap(new int[0], new View[0]);

  private final int[] keys; // ascending
  private final View[] views;

  private ViewMap(int[] keys, View[] views) {
    this.keys = keys;
    this.views = views;
  }

  boolean isEmpty() {
    return keys.length == 0;
  }

  @Nullable View get(int key) {
    int at = Arrays.binarySearch(keys, key);
    return at < 0 ? null : views[at];
  }

  /** With another view; this if nothing changes. */
  @SuppressWarnings("ReferenceEquality") // what does not change is the same object
  ViewMap with(int key, @Nullable View view) {
    int at = Arrays.binarySearch(keys, key);
    if (at < 0) {
      return view == null ? this : inserted(-1 - at, key, view);
    }
    if (view == null) {
      return removed(at);
    }
    if (views[at] == view) {
      return this;
    }
    View[] changed = views.clone();
    changed[at] = view;
    return new ViewMap(keys, changed);
  }

  private ViewMap inserted(int at, int key, View view) {
    int length = keys.length;
    int[] moreKeys = Arrays.copyOf(keys, length + 1);
    View[] moreViews = Arrays.copyOf(views, length + 1);
    System.arraycopy(keys, at, moreKeys, at + 1, length - at);
    System.arraycopy(views, at, moreViews, at + 1, length - at);
    moreKeys[at] = key;
    moreViews[at] = view;
    return new ViewMap(moreKeys, moreViews);
  }

  private ViewMap removed(int at) {
    int length = keys.length - 1;
    if (length == 0) {
      return EMPTY;
    }
    int[] fewerKeys = Arrays.copyOf(keys, length);
    View[] fewerViews = Arrays.copyOf(views, length);
    System.arraycopy(keys, at + 1, fewerKeys, at, length - at);
    System.arraycopy(views, at + 1, fewerViews, at, length - at);
    return new ViewMap(fewerKeys, fewerViews);
  }

  /** Changes all views, and leaves out those of the start; this if nothing changes. */
  ViewMap with(Change change, long[] missed) {
    ViewMap changed = this;
    for (int i = 0; i < keys.length; i++) {
      changed = changed.with(keys[i], change.of(views[i]).unlessStart(missed));
    }
    return changed;
  }

  /** Leaves out what a view includes; this if that is nothing. */
  ViewMap beyond(View known) {
    ViewMap rest = this;
    for (int i = 0; i < keys.length; i++) {
      rest = known.includes(views[i]) ? rest.with(keys[i], null) : rest;
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
