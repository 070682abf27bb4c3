package org.sabring.stream.sab;

import org.jspecify.annotations.Nullable;
import org.sabring.ring.Offered;
import org.sabring.ring.Producer;
import org.sabring.stream.ChunkMode;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Settings;
import org.sabring.stream.StreamException;
import org.sabring.stream.compose.Pipeline;

/**
 * A Writable whose chunks go into a ring, as its elements. The ring's producer side belongs to the
 * stream, and is used by its loop alone.
 *
 * <p>A write goes into the ring as long as that has room (RB611); then into the stream's buffer,
 * and from the high-water mark on it answers false. The event drain follows when the consumer has
 * made room for all (RB612). The loop never blocks: when the ring is full the stream asks to be
 * told and returns.
 *
 * <p>{@code end} closes the ring after everything that was written (RB613). {@code destroy} closes
 * it after what is stored already (RB615): a producer cannot take elements back, and a ring has no
 * place for an error, so the reader sees an end like any other. Writes that had not come into the
 * ring fail.
 *
 * <p>When the ring's consumer has cancelled, the next write, or the one that waits, fails with
 * {@link StreamException.Code#RING_CANCELLED}, and the stream is destroyed with it: through a
 * {@link Pipeline} that stops the source. As long as nothing is written nobody hears of it.
 *
 * <p>A subclass may watch {@link #onWrite}, {@link #onFinal} and {@link #onDestroy}, and has to
 * hand them on.
 */
public class SabWritable extends RingSink<Integer> {

  private final Producer ring;

  /** What is being stored; null if nothing is. */
  private @Nullable Integer element;

  /** A stream into the ring, with Node's default high-water mark. */
  public SabWritable(EventLoop loop, Producer ring) {
    this(loop, ring, Settings.of(ChunkMode.objects()));
  }

  /** A stream into the ring. */
  public SabWritable(EventLoop loop, Producer ring, Settings settings) {
    super(loop, ChunkMode.objects(), settings, ring);
    this.ring = ring;
  }

  @Override
  void begin(Integer chunk) {
    element = chunk;
  }

  /** That the ring is closed says it all. */
  @Override
  void beginEnd() {
    element = null;
  }

  @Override
  Offered offer() {
    return element == null ? Offered.STORED : ring.offer(element);
  }
}
