package org.sabring.explore.runtime;

import java.lang.reflect.Array;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Mode;

/**
 * Elements of arrays. The real array of a run gets what the run stores, too: so code that is not
 * rewritten finds what it expects in an array that it is given.
 */
final class Arrays {

  private Arrays() {}

  static long load(Object array, int index) {
    Execution execution = Execution.current();
    return execution.load(Mode.PLAIN, Handles.element(execution, array, index));
  }

  static void store(Object array, int index, Object value) {
    Execution execution = Execution.current();
    int location = Handles.element(execution, array, index);
    execution.store(Mode.PLAIN, location, Kind.of(componentOf(array)).number(value));
    Array.set(array, index, value);
  }

  static void storeReference(Object array, int index, @Nullable Object value) {
    Execution execution = Execution.current();
    int location = Handles.element(execution, array, index);
    Handles.checkStore(array, value);
    execution.store(Mode.PLAIN, location, execution.idOf(value));
    ((Object[]) array)[index] = value;
  }

  private static Class<?> componentOf(Object array) {
    return Objects.requireNonNull(array.getClass().getComponentType());
  }

  private static void put(Object array, int index, long number) {
    Execution execution = Execution.current();
    Kind kind = Kind.of(componentOf(array));
    Object value = NamedAccess.value(execution, kind, number);
    if (kind == Kind.REFERENCE) {
      storeReference(array, index, value);
    } else {
      store(array, index, Objects.requireNonNull(value));
    }
  }

  /** As one access after the other, in the order in which nothing is overwritten too early. */
  static void copy(Object from, int start, Object to, int at, int length) {
    int have = Array.getLength(from);
    int room = Array.getLength(to);
    if (start < 0 || at < 0 || length < 0 || start + length > have || at + length > room) {
      throw new ArrayIndexOutOfBoundsException(
          "arraycopy: %d elements from %d of %d to %d of %d"
              .formatted(length, start, have, at, room));
    }
    long[] numbers = new long[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = load(from, start + i);
    }
    for (int i = 0; i < length; i++) {
      put(to, at + i, numbers[i]);
    }
  }

  static Object clone(Object array) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(componentOf(array), length);
    Hooks.born(copy);
    copy(array, 0, copy, 0, length);
    return copy;
  }

  /**
   * An array that is met for the first time holds what code that is not rewritten has put there.
   */
  static void arrived(Object array) {
    Kind kind = Kind.of(componentOf(array));
    for (int i = 0; i < Array.getLength(array); i++) {
      Object value = Array.get(array, i);
      if (kind == Kind.REFERENCE) {
        if (value != null) {
          storeReference(array, i, value);
        }
      } else if (kind.number(value) != 0) {
        store(array, i, value);
      }
    }
  }

  /** Before code that is not rewritten gets an array: it holds what the memory holds. */
  static void export(@Nullable Object array) {
    if (array == null) {
      return;
    }
    Execution execution = Execution.current();
    Kind kind = Kind.of(componentOf(array));
    for (int i = 0; i < Array.getLength(array); i++) {
      Array.set(array, i, NamedAccess.value(execution, kind, load(array, i)));
    }
  }

  /** After code that is not rewritten had an array: what it changed is stored. */
  static void imported(@Nullable Object array) {
    if (array == null) {
      return;
    }
    Execution execution = Execution.current();
    Kind kind = Kind.of(componentOf(array));
    for (int i = 0; i < Array.getLength(array); i++) {
      long now = NamedAccess.number(execution, kind, Array.get(array, i));
      if (now != load(array, i)) {
        put(array, i, now);
      }
    }
  }
}
