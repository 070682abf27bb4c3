package org.sabring.ring;

import org.sabring.memory.SharedInts;

/**
 * The reference ring: the law, line by line, for reading.
 *
 * <p>The algorithm: {@code capacity} slots lie in a circle, and each side owns a cursor. WRITE is
 * the next slot that the producer fills, READ the next that the consumer drains. They are equal
 * when the ring is empty; the ring is full when one more step would make WRITE equal to READ, so at
 * most {@code capacity - 1} elements are stored (RB104). A side does its work on the slot and then
 * publishes its cursor with a release store; the other side loads that cursor with acquire before
 * it touches the slot. So a slot is written before it is published (RB201) and read before it is
 * freed (RB202), and elements come out once each, in the order they went in (RB101, RB102, RB103).
 *
 * <p>To wait, a side compares the other's cursor word with the word it decided on, and blocks, in
 * one step (RB302). To close or to cancel is to set a flag in the own cursor word: the very word
 * that the other side waits on changes, so that wake-up cannot be missed either (RB301).
 *
 * <p>Each step of the protocol is one line, which ends with the step's name.
 */
public final class CursorRing implements Ring {

  private final SharedInts memory;
  private final RingLayout layout;
  private final CursorProducer producer;
  private final CursorConsumer consumer;

  private CursorRing(SharedInts memory, RingLayout layout) {
    layout.checkLength(memory);
    this.memory = memory;
    this.layout = layout;
    this.producer = new CursorProducer(memory, layout);
    this.consumer = new CursorConsumer(memory, layout);
  }

  /** A new empty ring on the heap, in the compact layout. */
  public static CursorRing create(int capacity) {
    RingLayout layout = RingLayout.compact(capacity);
    return create(SharedInts.heap(layout.length()), layout);
  }

  /**
   * Makes the memory an empty ring: cursors and counters become zero. Slots are left as they are.
   * No other thread may use the memory meanwhile. Memory order: volatile stores.
   *
   * @throws IllegalArgumentException when the memory's length is not the layout's; a longer memory
   *     gives a fitting {@linkplain SharedInts#view view}
   */
  public static CursorRing create(SharedInts memory, RingLayout layout) {
    CursorRing ring = new CursorRing(memory, layout);
    layout.makeEmpty(memory);
    return ring;
  }

  /**
   * The ring that is already in the memory. Any thread may call it; both sides together still have
   * one producer thread and one consumer thread, whichever {@code CursorRing} they come from.
   * Memory order: volatile loads.
   *
   * @throws IllegalArgumentException when the memory's length is not the layout's
   * @throws IllegalStateException when WRITE or READ is not a cursor of this layout
   */
  public static CursorRing attach(SharedInts memory, RingLayout layout) {
    CursorRing ring = new CursorRing(memory, layout);
    layout.checkCursors(memory);
    return ring;
  }

  @Override
  public Producer producer() {
    return producer;
  }

  @Override
  public Consumer consumer() {
    return consumer;
  }

  @Override
  public RingLayout layout() {
    return layout;
  }

  @Override
  public SharedInts memory() {
    return memory;
  }
}
