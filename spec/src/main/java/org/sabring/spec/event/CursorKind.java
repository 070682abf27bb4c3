package org.sabring.spec.event;

import org.sabring.spec.law.Labelled;

/** The way in which the cursors of a ring go on at its end. */
public enum CursorKind implements Labelled {
  /** From 0 to capacity - 1 and to 0 again; one slot stays empty. */
  WRAPPED,
  /** From 0 to 2 capacity - 1 and to 0 again, slot = cursor mod capacity; all slots are used. */
  DOUBLED,
  /** Modulo 2^32, slot = cursor mod capacity; all slots are used. */
  COUNTING
}
