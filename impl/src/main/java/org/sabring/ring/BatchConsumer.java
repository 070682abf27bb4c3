package org.sabring.ring;

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
public interface BatchConsumer {

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
  Taken poll(int[] into, int at, int limit);

  /**
   * As {@link #poll}, waiting for at least one. Blocks while the ring is empty and not closed;
   * every wait is counted in CONSUMER_WAITS (RB403).
   *
   * @return ELEMENT, and {@link #taken()} says how many; END after {@link Producer#close} when all
   *     has been taken (RB501); CANCELLED after {@link Consumer#cancel}
   * @throws InterruptedException when interrupted while it waits; nothing is taken
   */
  default Taken take(int[] into, int at, int limit) throws InterruptedException {
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
  Taken take(int[] into, int at, int limit, long timeout, TimeUnit unit)
      throws InterruptedException;

  /** How many elements the last answer ELEMENT was about. Consumer thread only. */
  int taken();
}
