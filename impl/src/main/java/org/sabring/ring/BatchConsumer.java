package org.sabring.ring;

import static org.sabring.ring.RingLayout.cursor;
import static org.sabring.ring.RingLayout.isFlagged;

import java.util.concurrent.TimeUnit;
import org.sabring.memory.SharedInts;

/**
 * The side that takes, several elements at once: it reads one slot after the other and then
 * publishes READ once, so that their room becomes free together, and notifies once. The steps are
 * those of {@link Consumer}, whose thread and cursor these are: single elements and batches may be
 * mixed.
 *
 * <p>A batch is as large as what is stored, and at least 1. The cursor moves over exactly the slots
 * that were read (RB204), all of them read before it moves (RB202).
 */
public final class BatchConsumer {

  private final Consumer side;
  private final SharedInts memory;
  private final RingLayout layout;

  /** How many elements the last answer ELEMENT was about, at least 1; 0 before the first. */
  private int taken;

  BatchConsumer(Consumer side, SharedInts memory, RingLayout layout) {
    this.side = side;
    this.memory = memory;
    this.layout = layout;
  }

  /**
   * Takes the oldest elements, as many as there are, up to {@code limit}. Consumer thread only.
   * Reads WRITE acquire; publishes READ release, once. Does not wait for the producer.
   *
   * @param into where they go, oldest first, from index {@code at} on
   * @return ELEMENT, and {@link #taken()} says how many; EMPTY; END after {@link Producer#close}
   *     when all has been taken (RB501); CANCELLED after {@link Consumer#cancel} (RB101, RB102,
   *     RB103)
   * @throws IndexOutOfBoundsException when there is no place for so many
   * @throws IllegalArgumentException when {@code limit} is less than 1
   */
  public Taken poll(int[] into, int at, int limit) {
    BatchProducer.checkRange(into, at, limit);
    return attempt(into, at, limit);
  }

  /**
   * As {@link #poll}, waiting for at least one. Blocks while the ring is empty and not closed;
   * every wait is counted in CONSUMER_WAITS (RB403).
   *
   * @return ELEMENT, and {@link #taken()} says how many; END after {@link Producer#close} when all
   *     has been taken (RB501); CANCELLED after {@link Consumer#cancel}
   * @throws InterruptedException when interrupted while it waits; nothing is taken
   */
  public Taken take(int[] into, int at, int limit) throws InterruptedException {
    return take(into, at, limit, SharedInts.FOREVER, TimeUnit.NANOSECONDS);
  }

  /**
   * As {@link #take(int[], int, int)}, waiting no longer than a time, in the unit given; with zero
   * or less it does not wait. When the time is up it tries once more.
   *
   * @return ELEMENT, and {@link #taken()} says how many; TIMED_OUT, and nothing is taken; END after
   *     {@link Producer#close} when all has been taken; CANCELLED after {@link Consumer#cancel}
   * @throws InterruptedException when interrupted while it waits; nothing is taken
   */
  public Taken take(int[] into, int at, int limit, long timeout, TimeUnit unit)
      throws InterruptedException {
    BatchProducer.checkRange(into, at, limit);
    Taken answer = attempt(into, at, limit);
    if (answer != Taken.EMPTY) {
      return answer;
    }
    Deadline deadline = new Deadline(unit.toNanos(timeout));
    while (answer == Taken.EMPTY && deadline.left() > 0) {
      side.sleep(deadline);
      answer = attempt(into, at, limit);
    }
    return answer == Taken.EMPTY ? Taken.TIMED_OUT : answer;
  }

  /** How many elements the last answer ELEMENT was about. Consumer thread only. */
  public int taken() {
    return taken;
  }

  /** As {@link Consumer}'s for one element; after a slot it may go on to the next. */
  private Taken attempt(int[] into, int at, int limit) {
    int write = side.loadWrite();
    int read = side.loadRead();
    if (isFlagged(read)) {
      return Taken.CANCELLED;
    }
    int end = cursor(write);
    if (end == read) {
      return isFlagged(write) ? Taken.END : Taken.EMPTY;
    }
    int count = 0;
    while (count < limit && read != end) {
      into[at + count] = memory.getPlain(layout.slot(read)); // CReadSlot
      count++;
      read = layout.next(read);
    }
    side.free(read, count);
    taken = count;
    return Taken.ELEMENT;
  }
}
