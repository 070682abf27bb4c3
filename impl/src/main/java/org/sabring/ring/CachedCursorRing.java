package org.sabring.ring;

import org.sabring.memory.SharedInts;
import org.sabring.memory.WaitStrategy;

/**
 * The fast ring: the protocol and the words of {@link CursorRing}, with fewer looks at them.
 *
 * <p>A side keeps its own cursor in a field, and of the other's cursor what it last loaded. The
 * other side only ever makes more room, or more elements: so what a side knows is true, if not the
 * whole truth, and it loads the other's cursor again only when what it knows is not enough, when it
 * seems full or empty. Each such refinement leaves the order of the steps as it was: the slot is
 * written before WRITE is published (RB201) and read before READ is (RB202), and what was known of
 * the other's cursor was loaded with acquire before that.
 *
 * <p><b>What may come late.</b> A cancel: after {@link Consumer#cancel} the producer may store as
 * many elements as it knew room for, at most {@code capacity - 1}, before it answers CANCELLED; so
 * may a {@link CursorRing} one element, whose offer the cancel overtakes. It never blocks (RB503):
 * before it waits, or answers FULL, it has loaded READ. A close cannot come late: END and EMPTY are
 * answered of a WRITE just loaded, and what was put before the close comes first in any case
 * (RB501).
 *
 * <p><b>One object a side.</b> A side goes on from where it has itself left its cursor. So a side
 * is used through one {@code CachedCursorRing}, and from the first call on through no other ring on
 * the same memory; the two sides may come from two of them, or from one that is no {@code
 * CachedCursorRing}. The first call loads the cursor from the memory.
 *
 * <p>The words lie best in the {@linkplain RingLayout#padded padded} layout, and the memory should
 * have the {@linkplain WaitStrategy#fastest fastest} way to wait and to wake; both are the memory's
 * to choose.
 */
public final class CachedCursorRing implements Ring {

  private final SharedInts memory;
  private final RingLayout layout;
  private final CachedProducer producer;
  private final CachedConsumer consumer;

  private CachedCursorRing(SharedInts memory, RingLayout layout) {
    layout.checkLength(memory);
    this.memory = memory;
    this.layout = layout;
    this.producer = new CachedProducer(memory, layout);
    this.consumer = new CachedConsumer(memory, layout);
  }

  /** A new empty ring on the heap, padded, with the fastest strategy that loses no wake-up. */
  public static CachedCursorRing create(int capacity) {
    return create(capacity, WaitStrategy.fastest());
  }

  /** A new empty ring on the heap, padded, whose sides wait in this way. */
  public static CachedCursorRing create(int capacity, WaitStrategy strategy) {
    RingLayout layout = RingLayout.padded(capacity);
    return create(SharedInts.heap(layout.length(), strategy), layout);
  }

  /**
   * Makes the memory an empty ring: cursors and counters become zero. Slots are left as they are.
   * No other thread may use the memory meanwhile. Memory order: volatile stores.
   *
   * @throws IllegalArgumentException when the memory's length is not the layout's; a longer memory
   *     gives a fitting {@linkplain SharedInts#view view}
   */
  public static CachedCursorRing create(SharedInts memory, RingLayout layout) {
    CachedCursorRing ring = new CachedCursorRing(memory, layout);
    layout.makeEmpty(memory);
    return ring;
  }

  /**
   * The ring that is already in the memory, whichever class of ring has made it and uses the other
   * side. Any thread may call it. Memory order: volatile loads.
   *
   * @throws IllegalArgumentException when the memory's length is not the layout's
   * @throws IllegalStateException when WRITE or READ is not a cursor of this layout
   */
  public static CachedCursorRing attach(SharedInts memory, RingLayout layout) {
    CachedCursorRing ring = new CachedCursorRing(memory, layout);
    layout.checkCursors(memory);
    return ring;
  }

  @Override
  public CachedProducer producer() {
    return producer;
  }

  @Override
  public CachedConsumer consumer() {
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
