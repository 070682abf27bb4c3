package org.sabring.explore.hook;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Execution;
import org.sabring.explore.runtime.ValueKind;

/**
 * Hooks for elements of arrays. The real array of a run gets what the run stores, too: so code that
 * is not rewritten finds what it expects in an array that it is given.
 */
public final class ArrayAccess {

  private ArrayAccess() {}

  static int element(Execution execution, Object array, int index) {
    int length = Array.getLength(array);
    if (index < 0 || index >= length) {
      throw new ArrayIndexOutOfBoundsException(
          "Index %d out of bounds for length %d".formatted(index, length));
    }
    return execution.objects().locationOf(array, index, ValueKind.ofElements(array));
  }

  static void checkStore(Object array, @Nullable Object value) {
    if (value != null && !array.getClass().getComponentType().isInstance(value)) {
      throw new ArrayStoreException(value.getClass().getName());
    }
  }

  public static long load(Object array, int index) {
    Execution execution = Execution.current();
    return execution.memory().load(Mode.PLAIN, element(execution, array, index));
  }

  public static @Nullable Object loadReference(Object array, int index) {
    return Execution.current().objects().objectOf(load(array, index));
  }

  /** Of a wider number than fits, the element gets the lower bits. */
  public static void store(Object array, int index, long number) {
    Execution execution = Execution.current();
    int location = element(execution, array, index);
    ValueKind kind = ValueKind.ofElements(array);
    Object value = kind.value(number);
    execution.memory().store(Mode.PLAIN, location, kind.number(value));
    Array.set(array, index, value);
  }

  public static void storeReference(Object array, int index, @Nullable Object value) {
    Execution execution = Execution.current();
    int location = element(execution, array, index);
    checkStore(array, value);
    execution.memory().store(Mode.PLAIN, location, execution.objects().idOf(value));
    ((Object[]) array)[index] = value;
  }

  private static void put(Object array, int index, long number) {
    if (array instanceof Object[]) {
      storeReference(array, index, Execution.current().objects().objectOf(number));
    } else {
      store(array, index, number);
    }
  }

  /** Stores an element of an array that comes into a world from outside. */
  public static void arrive(Object array, int index, @Nullable Object element) {
    Identity.born(array);
    put(array, index, Execution.current().objects().number(ValueKind.ofElements(array), element));
  }

  /** As one access after the other, in the order in which nothing is overwritten too early. */
  public static void copy(Object from, int start, Object to, int at, int length) {
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

  public static Object cloneArray(Object array) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    Identity.born(copy);
    copy(array, 0, copy, 0, length);
    return copy;
  }

  /** Before code that is not rewritten gets an array: it holds what the memory holds. */
  public static void export(@Nullable Object array) {
    if (array != null) {
      ValueKind kind = ValueKind.ofElements(array);
      for (int i = 0; i < Array.getLength(array); i++) {
        Array.set(array, i, Execution.current().objects().value(kind, load(array, i)));
      }
    }
  }

  /** After code that is not rewritten had an array: what it changed is stored. */
  public static void imported(@Nullable Object array) {
    if (array != null) {
      ValueKind kind = ValueKind.ofElements(array);
      for (int i = 0; i < Array.getLength(array); i++) {
        long now = Execution.current().objects().number(kind, Array.get(array, i));
        if (now != load(array, i)) {
          put(array, i, now);
        }
      }
    }
  }
}
