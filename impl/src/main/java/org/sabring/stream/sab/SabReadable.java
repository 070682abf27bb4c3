package org.sabring.stream.sab;

import org.sabring.ring.Consumer;
import org.sabring.ring.Taken;
import org.sabring.stream.ChunkMode;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Settings;

/**
 * A Readable of the elements that come out of a ring: the class of the seed document. The ring's
 * consumer side belongs to the stream, and is used by its loop alone.
 *
 * <p>Backpressure in both worlds: as long as nobody downstream wants elements, none is taken from
 * the ring; then the ring is full, and the producer waits. At most (capacity - 1) elements are in
 * the ring and, by its own asking, high-water mark elements in the stream's buffer.
 *
 * <p>The loop never blocks (RB606), nor does a ring that never gets empty keep it. After the
 * producer has closed, the stream ends, once everything has come out, in its order (RB601, RB604).
 * Destroying the stream before that cancels the ring, which frees a producer that waits (RB608).
 *
 * <p>A subclass may watch {@link #onRead} and {@link #onDestroy}, and has to hand both on.
 */
public class SabReadable extends RingSource<Integer> {

  private final Consumer ring;

  /** A stream of what comes out of the ring, with Node's default high-water mark. */
  public SabReadable(EventLoop loop, Consumer ring) {
    this(loop, ring, Settings.of(ChunkMode.objects()));
  }

  /** A stream of what comes out of the ring. */
  public SabReadable(EventLoop loop, Consumer ring, Settings settings) {
    super(loop, ChunkMode.objects(), settings, ring);
    this.ring = ring;
  }

  @Override
  Taken poll() {
    return ring.poll();
  }

  @Override
  Integer chunk() {
    return ring.element();
  }
}
