/**
 * Streams with the rules of Node's, on an event loop: streams control the flow, the ring controls
 * the memory.
 *
 * <p>{@link org.sabring.stream.EventLoop} runs one task at a time and never blocks. On it live
 * {@link org.sabring.stream.Readable} and {@link org.sabring.stream.Writable}, which do what Node
 * 20's do, event for event: a real Node is the judge of that, in {@code properties}. {@code sab}
 * joins them to a ring, {@code compose} puts them together, {@code flow} makes them publishers and
 * subscribers of Java's own; nothing here depends on those.
 *
 * <p>To be equal event for event is to take the same decisions in the same order: in a read, a
 * push, a write and a pipe that order is the one of Node's own {@code lib/internal/streams}
 * (Node.js contributors, MIT licence). Classes, names and texts are ours. So what may be changed is
 * how, and not what happens when.
 *
 * <p>A stream belongs to its loop: every method that does not say otherwise throws {@link
 * IllegalStateException}, or must not be called, on another thread.
 */
package org.sabring.stream;
