package org.sabring.explore.hook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hooks for the methods of records that the JVM makes at run time. */
public final class RecordMethods {

  private RecordMethods() {}

  public static boolean recordEquals(Object self, @Nullable Object other) {
    if (other == null || self.getClass() != other.getClass()) {
      return false;
    }
    return Arrays.stream(self.getClass().getRecordComponents())
        .allMatch(part -> Objects.equals(value(self, part), value(other, part)));
  }

  public static int recordHash(Object self) {
    int hash = 0;
    for (RecordComponent part : self.getClass().getRecordComponents()) {
      Object value = value(self, part);
      hash = 31 * hash + (value == null ? 0 : Identity.hash(value));
    }
    return hash;
  }

  public static String recordText(Object self) {
    return Arrays.stream(self.getClass().getRecordComponents())
        .map(part -> part.getName() + "=" + value(self, part))
        .collect(Collectors.joining(", ", self.getClass().getSimpleName() + "[", "]"));
  }

  /** The component of a record of the world, as its accessor answers. */
  private static @Nullable Object value(Object self, RecordComponent part) {
    try {
      part.getAccessor().setAccessible(true);
      return part.getAccessor().invoke(self);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
