package org.sabring.spec.oracle.shapes;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.AccessMode;
import org.sabring.spec.event.CursorKind;
import org.sabring.spec.event.TraceThread;

/**
 * A shape that a ring can have.
 *
 * @param start the position of its first element
 * @param stored how many elements the set-up stores
 * @param setter who sets the memory up; null if it is zero
 * @param order how the sides hand over what they did
 */
record Shape(
    String name,
    int capacity,
    CursorKind cursors,
    long start,
    int stored,
    @Nullable TraceThread setter,
    Order order,
    Set<Trait> traits) {

  /** What makes the work of one side known to the other. */
  enum Order {
    /** The recording does not tell. */
    UNTOLD,
    /** Release stores and acquire loads of the cursors, plain slots. */
    ACQUIRE,
    /** Everything but the slots is volatile. */
    VOLATILE,
    /** Fences around opaque accesses of the cursors. */
    FENCES,
    /** A lock around plain accesses. */
    LOCK
  }

  static Shape shaped(String name, int capacity, CursorKind cursors, Order order, Trait... traits) {
    Set<Trait> set = EnumSet.noneOf(Trait.class);
    set.addAll(Set.of(traits));
    return new Shape(name, capacity, cursors, 0, 0, null, order, set);
  }

  Shape from(long first, int elements, TraceThread who) {
    return new Shape(name, capacity, cursors, first, elements, who, order, traits);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  int parts() {
    return has(Trait.TWO_PARTS) ? 2 : 1;
  }

  int bound() {
    return cursors == CursorKind.WRAPPED ? capacity - 1 : capacity;
  }

  int slot(long position) {
    return (int) Math.floorMod(position, (long) capacity);
  }

  private long modulus() {
    return switch (cursors) {
      case WRAPPED -> capacity;
      case DOUBLED -> 2L * capacity;
      case COUNTING -> 1L << 32;
    };
  }

  /** The value of a cursor. */
  int raw(long position) {
    return (int) Math.floorMod(position, modulus());
  }

  /** The slots from one value of a cursor to another. */
  long between(int from, int to) {
    return Math.floorMod(Integer.toUnsignedLong(to) - Integer.toUnsignedLong(from), modulus());
  }

  AccessMode publishes() {
    return switch (order) {
      case UNTOLD -> AccessMode.UNKNOWN;
      case ACQUIRE -> AccessMode.RELEASE;
      case VOLATILE -> AccessMode.VOLATILE;
      case FENCES -> AccessMode.OPAQUE;
      case LOCK -> AccessMode.PLAIN;
    };
  }

  AccessMode looks() {
    return order == Order.ACQUIRE ? AccessMode.ACQUIRE : publishes();
  }

  /** A load of the own cursor, and an access of a counter that nobody goes by. */
  AccessMode own() {
    return order == Order.ACQUIRE ? AccessMode.OPAQUE : publishes();
  }

  AccessMode slots() {
    boolean strong = has(Trait.STRONG_DATA) && order != Order.UNTOLD;
    return strong
        ? AccessMode.OPAQUE
        : order == Order.UNTOLD ? AccessMode.UNKNOWN : AccessMode.PLAIN;
  }

  /** Of a handshake or a lock. */
  AccessMode strong() {
    return order == Order.UNTOLD ? AccessMode.UNKNOWN : AccessMode.VOLATILE;
  }
}
