/**
 * Streams as publishers, subscribers and a processor of {@code java.util.concurrent.Flow}, with the
 * rules of Reactive Streams; their test kit is the judge of that, in {@code properties}.
 *
 * <p>Signals may come on any thread, and are handed to the stream's loop. Nothing in {@code impl}
 * depends on this package.
 */
package org.sabring.stream.flow;
