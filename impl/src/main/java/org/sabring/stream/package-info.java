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
 * <p>To be equal event for event is to take the same decisions in the same order: in a read, a
 * push, a write and a pipe that order is the one of Node's own {@code lib/internal/streams}
 * (Node.js contributors, MIT licence). Classes, names and texts are ours.
 *
 * <p>A stream belongs to its loop: every method that does not say otherwise throws {@link
 * IllegalStateException}, or must not be called, on another thread.
 */
package org.sabring.stream;
