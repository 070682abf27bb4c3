/**
 * The bounded FIFO between one producer and one consumer, in shared memory.
 *
 * <p>Begin at {@link org.sabring.ring.CursorRing}, which tells the protocol; {@link
 * org.sabring.ring.Producer} and {@link org.sabring.ring.Consumer} are its two sides, {@link
 * org.sabring.ring.RingLayout} says where in the memory what lies.
 *
 * <p>{@link org.sabring.ring.BatchProducer} and {@link org.sabring.ring.BatchConsumer} are the same
 * sides, moving several elements at once: the same steps, but that after a slot comes the next slot
 * and the cursor moves once. The model of that is {@code BatchPublish.tla}. Between PRODUCED and
 * CONSUMED lie then up to {@code capacity - 1} and the batch that is being freed (RB401).
 */
package org.sabring.ring;
