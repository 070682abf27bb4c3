/**
 * Streams from a ring and into it, of elements and of bytes; and the ring as Java's own channels
 * and streams, for threads that may block.
 *
 * <p>On a loop {@link org.sabring.stream.sab.SabReadable} and {@link
 * org.sabring.stream.sab.SabWritable} carry elements, {@link
 * org.sabring.stream.sab.SabByteReadable} and {@link org.sabring.stream.sab.SabByteWritable} bytes;
 * {@link org.sabring.stream.sab.RingInts} and {@link org.sabring.stream.sab.RingBytes} need no
 * loop. In which order they use the ring is the law's affair: {@code SabStream} and {@code
 * SabWritable} in {@code tla/stream}.
 *
 * <p><b>Bytes</b> go over the ring's Int32 elements in packets, so that another program may be at
 * the other end. The format may not be changed:
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
 */
package org.sabring.stream.sab;
