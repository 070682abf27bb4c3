package org.sabring.ring;

import org.sabring.memory.SharedInts;

/** A side of a {@link CachedCursorRing}: its memory, and behind it the line of its state. */
@SuppressWarnings("unused")
abstract class CachedSide extends CachedState {

  private long q01, q02, q03, q04, q05, q06, q07, q08;
  private long q09, q10, q11, q12, q13, q14, q15, q16;

  final SharedInts memory;
  final RingLayout layout;

  /** Of the layout, one load nearer; the last is PRODUCED or CONSUMED. */
  final int capacity;

  final int data;
  final int writeWord;
  final int readWord;
  final int countWord;

  CachedSide(SharedInts memory, RingLayout layout, int countWord) {
    this.memory = memory;
    this.layout = layout;
    this.capacity = layout.capacity();
    this.data = layout.data();
    this.writeWord = layout.write();
    this.readWord = layout.read();
    this.countWord = countWord;
  }

  /** The cursor one slot on (RB204). */
  final int next(int cursor) {
    return cursor + 1 == capacity ? 0 : cursor + 1;
  }

  /** The counter when the cursor has moved on to {@code next}, by at most one lap (RB402). */
  final int counted(int next) {
    if (next <= own) {
      countedAtZero += capacity;
    }
    return countedAtZero + next;
  }

  /** How many slots there are from one cursor on until another: 0..{@code capacity - 1}. */
  final int slots(int from, int until) {
    return until >= from ? until - from : until - from + capacity;
  }

  /** The index of the slot that a cursor stands at. */
  final int slot(int cursor) {
    return data + cursor;
  }
}
