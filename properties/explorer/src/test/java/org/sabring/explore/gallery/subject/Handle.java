package org.sabring.explore.gallery.subject;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Finds fields. */
final class Handle {

  private Handle() {}

  static VarHandle of(MethodHandles.Lookup lookup, String field, Class<?> type) {
    try {
      return lookup.findVarHandle(lookup.lookupClass(), field, type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
