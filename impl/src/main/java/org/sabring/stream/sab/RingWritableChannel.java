package org.sabring.stream.sab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.sabring.ring.Offered;
import org.sabring.ring.Producer;
import org.sabring.stream.StreamException;

/** A channel of bytes into a ring, for a thread that may block. */
final class RingWritableChannel extends RingChannel implements WritableByteChannel {

  private final Producer ring;
  private final PacketWriter packets;

  RingWritableChannel(Producer ring) {
    this.ring = ring;
    this.packets = new PacketWriter(ring);
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    return work(() -> put(bytes));
  }

  private int put(ByteBuffer bytes) throws IOException, InterruptedException {
    int length = bytes.remaining();
    while (bytes.hasRemaining()) {
      if (packets.isIdle()) {
        packets.pack(bytes);
      }
      Offered answer = packets.put();
      if (answer != Offered.STORED) {
        throw new IOException(
            "the consumer of the ring has cancelled: nobody reads what is written",
            new StreamException(StreamException.Code.RING_CANCELLED));
      }
    }
    return length;
  }

  /** The end, unless a packet is half in the ring. */
  @Override
  void release() throws InterruptedException {
    if (packets.isIdle()) {
      packets.packEnd();
      packets.put();
    }
    ring.close();
  }

  @Override
  void abandon() {
    ring.close();
  }
}
