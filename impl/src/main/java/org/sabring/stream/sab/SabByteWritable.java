package org.sabring.stream.sab;

import java.nio.ByteBuffer;
import org.sabring.ring.Offered;
import org.sabring.ring.Producer;
import org.sabring.stream.ChunkMode;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Settings;
import org.sabring.stream.StreamException;

/**
 * A Writable whose bytes go into a ring: {@link SabWritable} in binary mode, with chunks of any
 * length. The ring's producer side belongs to the stream, and is used by its loop alone.
 *
 * <p>{@code end} writes the end of the bytes after everything, and closes the ring (RB613). {@code
 * destroy} closes the ring without it (RB615), so that the reader fails instead of taking what
 * there is for all. When the ring's consumer has cancelled, the next write, or the one that waits,
 * fails with {@link StreamException.Code#RING_CANCELLED}, and the stream is destroyed with it. The
 * loop never blocks: when the ring is full the stream asks to be told and returns.
 */
public final class SabByteWritable extends RingSink<byte[]> {

  private final PacketWriter packets;

  /** What is not packed yet of the chunk that is being stored. */
  private ByteBuffer rest = ByteBuffer.allocate(0);

  /** A stream into the ring, with Node's default high-water mark. */
  public SabByteWritable(EventLoop loop, Producer ring) {
    this(loop, ring, Settings.of(ChunkMode.bytes()));
  }

  /** A stream into the ring; its high-water mark is in bytes. */
  public SabByteWritable(EventLoop loop, Producer ring, Settings settings) {
    super(loop, ChunkMode.bytes(), settings, ring);
    this.packets = new PacketWriter(ring);
  }

  @Override
  void begin(byte[] chunk) {
    rest = ByteBuffer.wrap(chunk);
  }

  @Override
  void beginEnd() {
    packets.packEnd();
  }

  @Override
  Offered offer() {
    Offered answer;
    do {
      if (packets.isIdle() && rest.hasRemaining()) {
        packets.pack(rest);
      }
      answer = packets.offer();
    } while (answer == Offered.STORED && rest.hasRemaining());
    return answer;
  }
}
