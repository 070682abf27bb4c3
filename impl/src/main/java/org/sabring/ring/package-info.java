/**
 * The bounded FIFO between one producer and one consumer, in shared memory.
 *
 * <p>{@link org.sabring.ring.Ring}, {@link org.sabring.ring.Producer} and {@link
 * org.sabring.ring.Consumer} say what callers may count on, {@link org.sabring.ring.RingLayout}
 * where in the memory what lies. To learn the protocol, begin at {@link
 * org.sabring.ring.CursorRing}, the reference: {@link org.sabring.ring.CursorProducer} and {@link
 * org.sabring.ring.CursorConsumer} are its two sides, one line a step.
 *
 * <p>{@link org.sabring.ring.CachedCursorRing} is the fast one: the same words and the same order
 * of steps, with its own cursor kept and the other's loaded only when what is known is not enough.
 *
 * <p>{@link org.sabring.ring.BatchProducer} and {@link org.sabring.ring.BatchConsumer} are the same
 * sides, moving several elements at once: the same steps, but that after a slot comes the next slot
 * and the cursor moves once. The model of that is {@code BatchPublish.tla}. Between PRODUCED and
 * CONSUMED lie then up to {@code capacity - 1} and the batch that is being freed (RB401).
 *
 * <p><b>A memory that others write to.</b> Every call checks the cursors that it loads. What is no
 * cursor of the layout is an {@link java.lang.IllegalStateException} that names the word; no slot
 * is touched, and it is so again at the next call. A wrong word that is a cursor is believed:
 * elements are then lost or come again. A mapped file that is cut short is an {@link
 * java.lang.InternalError} of the JVM, in the call that touches what is gone or soon after it, and
 * that call may have seen zeroes. Who sleeps is not woken by either.
 */
package org.sabring.ring;
