package org.sabring.spec.oracle.steps;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.CursorKind;
import org.sabring.spec.law.MemoryLayout;

/**
 * The arithmetic of a ring's cursors: how many slots lie between two of their values.
 *
 * <p>How they go on at the end of the data region need not be told: up to there all kinds look
 * alike, and the first cursor that passes it shows which it is. What no kind explains is no cursor.
 */
final class Cursors {

  private final int capacity;
  private final int bound;
  private final boolean told;
  private final List<CursorKind> possible = new ArrayList<>();

  /**
   * @param told how they go on; null if the recording is to show it
   * @param bound how many elements can be stored, at most
   */
  Cursors(int capacity, @Nullable CursorKind told, int bound) {
    this.capacity = capacity;
    this.bound = bound;
    this.told = told != null;
    possible.addAll(told == null ? List.of(CursorKind.values()) : List.of(told));
  }

  private long modulus(CursorKind kind) {
    return switch (kind) {
      case WRAPPED -> capacity;
      case DOUBLED -> 2L * capacity;
      case COUNTING -> 1L << 32;
    };
  }

  /**
   * The slots from one value to another, at most the capacity; -1 if no kind of cursor explains the
   * two.
   */
  long between(int from, int to) {
    if (possible.size() == 1) {
      return apart(possible.get(0), from, to);
    }
    long slots = -1;
    List<CursorKind> fitting = new ArrayList<>();
    for (CursorKind kind : possible) {
      long apart = apart(kind, from, to);
      if (apart >= 0) {
        fitting.add(kind);
        slots = apart;
      }
    }
    if (!fitting.isEmpty()) {
      possible.retainAll(fitting);
    }
    return slots;
  }

  private long apart(CursorKind kind, int from, int to) {
    long modulus = modulus(kind);
    long a = number(kind, from);
    long b = number(kind, to);
    if (a >= modulus || b >= modulus) {
      return -1;
    }
    long apart = b >= a ? b - a : b - a + modulus;
    return apart <= (kind == CursorKind.WRAPPED ? capacity - 1 : capacity) ? apart : -1;
  }

  /** Whether one slot may lie between two values; what kind they are stays open. */
  boolean isNext(int from, int to) {
    return possible.stream()
        .anyMatch(kind -> Math.floorMod(number(kind, to) - number(kind, from), modulus(kind)) == 1);
  }

  private static long number(CursorKind kind, int raw) {
    return kind != CursorKind.COUNTING && isMarked(raw)
        ? MemoryLayout.cursor(raw)
        : Integer.toUnsignedLong(raw);
  }

  private static boolean isMarked(int raw) {
    return raw >= 0 && MemoryLayout.isFlagged(raw);
  }

  /** Nobody begins with a closed ring: what looks so is a count beyond 2^30. */
  void begin(int raw) {
    if (isMarked(raw) && possible.contains(CursorKind.COUNTING)) {
      possible.retainAll(List.of(CursorKind.COUNTING));
    }
  }

  /** Whether a value may say that its side has closed, or be a count beyond 2^30. */
  boolean isAmbiguous(int raw) {
    return isMarked(raw) && !told;
  }

  /** Whether a value says that its side has closed or cancelled. Counting cursors have no flag. */
  boolean isFlagged(int raw) {
    return isMarked(raw) && possible.get(0) != CursorKind.COUNTING;
  }

  /** The slot that a value points at. */
  int slot(int raw) {
    CursorKind kind = possible.get(0);
    return (int) (number(kind, raw) % capacity);
  }

  int capacity() {
    return capacity;
  }

  /** How many elements can be stored. Without an empty slot it is the capacity. */
  int bound() {
    boolean all = !told && bound == capacity - 1 && !possible.contains(CursorKind.WRAPPED);
    return all ? capacity : bound;
  }

  /** Whether the header says how they go on, or a cursor has shown it. */
  boolean isKnown() {
    return possible.size() == 1;
  }

  /** Whether the header says how they go on. */
  boolean isTold() {
    return told;
  }

  /** A value for people. */
  static String text(int raw) {
    return Integer.toUnsignedString(raw);
  }

  /** For people. */
  String text() {
    return possible.size() == 1 ? possible.get(0).label() : "not yet known";
  }
}
