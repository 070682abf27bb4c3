package org.sabring.explore.runtime;

import org.jspecify.annotations.Nullable;

/** Arrays that come into a world from outside: their elements are stored as code there would. */
public final class Arrival {

  private Arrival() {}

  /** Stores an element, before any side begins. */
  public static void set(Object array, int index, @Nullable Object element) {
    Hooks.born(array);
    if (array instanceof Object[]) {
      Arrays.storeReference(array, index, element);
    } else if (element != null) {
      Arrays.store(array, index, element);
    }
  }
}
