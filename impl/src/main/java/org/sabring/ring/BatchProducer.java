package org.sabring.ring;

import static org.sabring.ring.RingLayout.isFlagged;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.sabring.memory.SharedInts;

/**
 * The side that stores, several elements at once: it writes one slot after the other and then
 * publishes WRITE once, so that they become visible together, and notifies once. The steps are
 * those of {@link Producer}, whose thread and cursor these are: single elements and batches may be
 * mixed.
 *
 * <p>A batch is as large as the room there is, and at least 1: no batch waits for more room than a
 * slot, so the two sides never wait for each other (RB304). The cursor moves over exactly the slots
 * that were written (RB204), all of them written before it moves (RB201).
 */
public final class BatchProducer {

  private final Producer side;
  private final SharedInts memory;
  private final RingLayout layout;

  /** How many elements the last answer STORED was about, at least 1; 0 before the first. */
  private int stored;

  BatchProducer(Producer side, SharedInts memory, RingLayout layout) {
    this.side = side;
    this.memory = memory;
    this.layout = layout;
  }

  /**
   * Stores as many elements as there is room for, the first ones of the given. Producer thread
   * only. Reads READ acquire; publishes WRITE release, once. Does not wait for the consumer.
   *
   * @return STORED, and {@link #stored()} says how many; FULL when there is no room for one; CLOSED
   *     after {@link Producer#close}; CANCELLED after {@link Consumer#cancel} (RB101, RB104)
   * @throws IndexOutOfBoundsException when these are not elements of the array
   * @throws IllegalArgumentException when {@code length} is less than 1
   */
  public Offered offer(int[] elements, int from, int length) {
    checkRange(elements, from, length);
    return attempt(elements, from, length);
  }

  /**
   * As {@link #offer}, waiting for room for at least one. Blocks while the ring is full and not
   * cancelled; every wait is counted in PRODUCER_WAITS (RB403).
   *
   * @return STORED, and {@link #stored()} says how many; CLOSED after {@link Producer#close};
   *     CANCELLED after {@link Consumer#cancel}, from when on it never blocks (RB503)
   * @throws InterruptedException when interrupted while it waits; nothing is stored
   */
  public Offered put(int[] elements, int from, int length) throws InterruptedException {
    return put(elements, from, length, SharedInts.FOREVER, TimeUnit.NANOSECONDS);
  }

  /**
   * As {@link #put(int[], int, int)}, waiting no longer than a time, in the unit given; with zero
   * or less it does not wait. When the time is up it tries once more.
   *
   * @return STORED, and {@link #stored()} says how many; TIMED_OUT, and nothing is stored; CLOSED
   *     after {@link Producer#close}; CANCELLED after {@link Consumer#cancel}
   * @throws InterruptedException when interrupted while it waits; nothing is stored
   */
  public Offered put(int[] elements, int from, int length, long timeout, TimeUnit unit)
      throws InterruptedException {
    checkRange(elements, from, length);
    Offered answer = attempt(elements, from, length);
    if (answer != Offered.FULL) {
      return answer;
    }
    Deadline deadline = new Deadline(unit.toNanos(timeout));
    while (answer == Offered.FULL && deadline.left() > 0) {
      side.sleep(deadline);
      answer = attempt(elements, from, length);
    }
    return answer == Offered.FULL ? Offered.TIMED_OUT : answer;
  }

  /** How many elements the last answer STORED was about. Producer thread only. */
  public int stored() {
    return stored;
  }

  /** As {@link Producer}'s for one element; after a slot it may go on to the next. */
  private Offered attempt(int[] elements, int from, int length) {
    int write = side.loadWrite();
    if (isFlagged(write)) {
      return Offered.CLOSED;
    }
    int read = side.loadRead();
    if (isFlagged(read)) {
      return Offered.CANCELLED;
    }
    int next = layout.next(write);
    if (next == read) {
      return Offered.FULL;
    }
    int written = 0;
    while (written < length && next != read) {
      memory.setPlain(layout.slot(write), elements[from + written]); // PWriteSlot
      written++;
      write = next;
      next = layout.next(next);
    }
    side.publish(write, written);
    stored = written;
    return Offered.STORED;
  }

  static void checkRange(int[] elements, int from, int length) {
    Objects.checkFromIndexSize(from, length, elements.length);
    if (length < 1) {
      throw new IllegalArgumentException("length=" + length + ", expected at least 1");
    }
  }
}
