package org.sabring.stream.sab;

import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.sabring.ring.Consumer;
import org.sabring.ring.Taken;

/** A channel of the bytes that come out of a ring, for a thread that may block. */
final class RingReadableChannel extends RingChannel implements ReadableByteChannel {

  private final Consumer ring;
  private final PacketReader packets;

  RingReadableChannel(Consumer ring) {
    this.ring = ring;
    this.packets = new PacketReader(ring);
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    return work(() -> into.hasRemaining() ? take(into) : 0);
  }

  private int take(ByteBuffer into) throws IOException, InterruptedException {
    int before = into.position();
    try {
      Taken answer = packets.take(into);
      if (answer == Taken.CANCELLED) {
        throw new IOException("the ring is cancelled: nothing more is read");
      }
      return answer == Taken.END ? -1 : into.position() - before;
    } catch (StreamCorruptedException e) {
      ring.cancel(); // nobody knows where the next packet begins
      throw e;
    }
  }

  @Override
  void release() {
    abandon();
  }

  @Override
  void abandon() {
    if (!packets.isEnded()) {
      ring.cancel();
    }
  }
}
