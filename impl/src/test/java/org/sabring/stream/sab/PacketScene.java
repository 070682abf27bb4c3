package org.sabring.stream.sab;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.sabring.memory.SharedInts;
import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;

/** A side of a ring of bytes, for the explorer. */
public final class PacketScene {

  private final PacketWriter writer;
  private final PacketReader reader;

  public PacketScene(SharedInts memory, RingLayout layout) {
    CursorRing ring = CursorRing.attach(memory, layout);
    writer = new PacketWriter(ring.producer());
    reader = new PacketReader(ring.consumer());
  }

  /** Bytes from 1 on, up to that one. */
  public String write(int last) throws InterruptedException {
    ByteBuffer bytes = ByteBuffer.allocate(last);
    for (int i = 1; i <= last; i++) {
      bytes.put((byte) i);
    }
    writer.pack(bytes.flip());
    return writer.put().name();
  }

  public String writeEnd() throws InterruptedException {
    writer.packEnd();
    return writer.put().name();
  }

  /** At most so many bytes. */
  public String read(int most) throws IOException, InterruptedException {
    ByteBuffer bytes = ByteBuffer.allocate(most);
    StringBuilder text = new StringBuilder(reader.take(bytes).name());
    for (bytes.flip(); bytes.hasRemaining(); ) {
      text.append(' ').append(bytes.get());
    }
    return text.toString();
  }
}
