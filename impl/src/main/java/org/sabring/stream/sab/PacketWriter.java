package org.sabring.stream.sab;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.sabring.ring.BatchProducer;
import org.sabring.ring.Offered;
import org.sabring.ring.Producer;

/**
 * The encoder of packets: bytes into a ring, in the format that the package describes. One packet
 * at a time is packed here and then stored, in as many batches as it takes: it works over every
 * capacity. Used by one thread at a time, the ring's producer.
 */
final class PacketWriter {

  /** The longest packet: its length, and 4 bytes for each element after it. */
  private static final int ELEMENTS = 1 + 1024;

  private static final int MAX_BYTES = (ELEMENTS - 1) * Integer.BYTES;

  private final BatchProducer ring;
  private final int[] packet = new int[ELEMENTS];

  /** The elements of the packet that are not stored yet, {@code from} to {@code end - 1}. */
  private int from;

  private int end;

  PacketWriter(Producer ring) {
    this.ring = ring.batches();
  }

  /** Whether everything that was packed is in the ring. */
  boolean isIdle() {
    return from == end;
  }

  /**
   * Packs the next bytes, as many as fit into a packet, and takes them off the buffer. Only when
   * idle; there is at least one.
   */
  void pack(ByteBuffer bytes) {
    int length = Math.min(bytes.remaining(), MAX_BYTES);
    ByteBuffer words = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    from = 0;
    end = 0;
    packet[end++] = length;
    for (int whole = length / Integer.BYTES; whole > 0; whole--) {
      packet[end++] = words.getInt();
    }
    int rest = length % Integer.BYTES;
    if (rest > 0) {
      int word = 0;
      for (int i = 0; i < rest; i++) {
        word |= (words.get() & 0xff) << (Byte.SIZE * i);
      }
      packet[end++] = word;
    }
    bytes.position(bytes.position() + length);
  }

  /** Packs the end: nothing follows. Only when idle. */
  void packEnd() {
    from = 0;
    end = 0;
    packet[end++] = 0;
  }

  /** Stores what is packed. STORED when idle again; FULL, CLOSED or CANCELLED when not. */
  Offered offer() {
    Offered answer = Offered.STORED;
    while (!isIdle() && answer == Offered.STORED) {
      answer = took(ring.offer(packet, from, end - from));
    }
    return answer;
  }

  /** The same, waiting for room. What an interrupt finds stays packed. */
  Offered put() throws InterruptedException {
    Offered answer = Offered.STORED;
    while (!isIdle() && answer == Offered.STORED) {
      answer = took(ring.put(packet, from, end - from));
    }
    return answer;
  }

  private Offered took(Offered answer) {
    if (answer == Offered.STORED) {
      from += ring.stored();
    }
    return answer;
  }
}
