/**
 * Streams with the rules of Node's, on an event loop, and the two that join them to a ring: streams
 * control the flow, the ring controls the memory.
 *
 * <p>{@link org.sabring.stream.EventLoop} runs one task at a time and never blocks. On it live
 * {@link org.sabring.stream.Readable} and {@link org.sabring.stream.Writable}, which do what Node
 * 20's do, event for event: a real Node is the judge of that, in {@code properties}. {@link
 * org.sabring.stream.SabReadable} reads from a ring, {@link org.sabring.stream.SabWritable} writes
 * to one. {@link org.sabring.stream.Operators} and {@link org.sabring.stream.Pipeline} put streams
 * together. {@link org.sabring.stream.ReadablePublisher} and its like are the same in {@code
 * java.util.concurrent.Flow}; {@link org.sabring.stream.RingInts} needs no loop.
 *
 * <p><b>Bytes.</b> {@link org.sabring.stream.SabByteReadable}, {@link
 * org.sabring.stream.SabByteWritable} and {@link org.sabring.stream.RingBytes} carry bytes over the
 * ring's Int32 elements, in packets, so that another program may be at the other end:
 *
 * <ul>
 *   <li>A packet is one element that says how many bytes it has, 1 to 2^31 - 1, and then as many
 *       elements as it takes to hold them, four bytes each.
 *   <li>Byte i of a packet, from 0, is in bits 8 (i mod 4) to 8 (i mod 4) + 7 of element i div 4
 *       after the length: little-endian. What is left over of the last element is 0, and is not
 *       read.
 *   <li>An element 0 in the place of a length is the end of the bytes; no element follows, and the
 *       producer closes the ring. A ring that is closed without it was cut short.
 * </ul>
 *
 * <p>Packets mean nothing but the bytes in them, one after the other. Nor do the ring's batches:
 * the elements of a packet may be stored and taken in any number of them. The writer here makes
 * packets of at most 4096 bytes.
 *
 * <p>To be equal event for event is to take the same decisions in the same order: in a read, a
 * push, a write and a pipe that order is the one of Node's own {@code lib/internal/streams}
 * (Node.js contributors, MIT licence). Classes, names and texts are ours.
 *
 * <p>A stream belongs to its loop: every method that does not say otherwise throws {@link
 * IllegalStateException}, or must not be called, on another thread.
 */
package org.sabring.stream;
