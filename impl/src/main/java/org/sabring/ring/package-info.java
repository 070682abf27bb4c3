/**
 * The bounded FIFO between one producer and one consumer, in shared memory.
 *
 * <p>Begin at {@link org.sabring.ring.CursorRing}, which tells the protocol; {@link
 * org.sabring.ring.Producer} and {@link org.sabring.ring.Consumer} are its two sides, {@link
 * org.sabring.ring.RingLayout} says where in the memory what lies.
 */
package org.sabring.ring;
