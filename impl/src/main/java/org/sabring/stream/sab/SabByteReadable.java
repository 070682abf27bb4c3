package org.sabring.stream.sab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.sabring.ring.Consumer;
import org.sabring.ring.Taken;
import org.sabring.stream.ChunkMode;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Settings;

/**
 * A Readable of the bytes that come out of a ring: {@link SabReadable} in binary mode. The ring's
 * consumer side belongs to the stream, and is used by its loop alone.
 *
 * <p>Backpressure as there: at most (capacity - 1) elements are in the ring, and as many bytes as
 * the high-water mark in the stream, or one if that is 0; at most 3 bytes are on their way between
 * the two. Where one chunk ends and the next begins means nothing.
 *
 * <p>The stream ends where the writer ended, at any byte. If the ring is closed before that the
 * stream is destroyed with an {@link java.io.EOFException}, if what is in the ring is no packet
 * with a {@link java.io.StreamCorruptedException}. Destroying the stream before its end cancels the
 * ring (RB608). The loop never blocks (RB606).
 */
public final class SabByteReadable extends RingSource<byte[]> {

  /** The longest chunk. */
  private static final int MAX_BYTES = 16 * 1024;

  private final PacketReader packets;
  private final byte[] bytes = new byte[MAX_BYTES];

  /** How many bytes were taken last. */
  private int length;

  /** A stream of the bytes that come out of the ring, with Node's default high-water mark. */
  public SabByteReadable(EventLoop loop, Consumer ring) {
    this(loop, ring, Settings.of(ChunkMode.bytes()));
  }

  /** A stream of the bytes that come out of the ring; its high-water mark is in bytes. */
  public SabByteReadable(EventLoop loop, Consumer ring, Settings settings) {
    super(loop, ChunkMode.bytes(), settings, ring);
    this.packets = new PacketReader(ring);
  }

  @Override
  Taken poll() throws IOException {
    ByteBuffer into = ByteBuffer.wrap(bytes, 0, room());
    Taken answer = packets.poll(into);
    length = into.position();
    return answer;
  }

  @Override
  byte[] chunk() {
    return Arrays.copyOf(bytes, length);
  }

  /** No more than the mark leaves room for (RB602); something is wanted, so at least a byte. */
  private int room() {
    int free = readableHighWaterMark() - readableLength();
    return Math.max(1, Math.min(free, MAX_BYTES));
  }
}
