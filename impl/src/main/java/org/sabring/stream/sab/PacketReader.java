package org.sabring.stream.sab;

import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.sabring.ring.BatchConsumer;
import org.sabring.ring.Consumer;
import org.sabring.ring.Taken;

/**
 * The decoder of packets: bytes out of a ring, in the format that the package describes. No more
 * elements are taken than the bytes asked for need, so at most 3 bytes wait here. Used by one
 * thread at a time, the ring's consumer.
 */
final class PacketReader {

  private static final int ELEMENTS = 1 + 1024;

  private final BatchConsumer ring;

  /** Taken and not unpacked yet: {@code at} to {@code end - 1}. */
  private final int[] elements = new int[ELEMENTS];

  private int at;
  private int end;

  /** How many bytes of the element at {@code at} have been handed out: 0..3. */
  private int used;

  /** How many bytes of the packet have not been handed out. */
  private int left;

  private boolean ended;

  PacketReader(Consumer ring) {
    this.ring = ring.batches();
  }

  /** Whether the end has come, and everything before it has been handed out. */
  boolean isEnded() {
    return ended;
  }

  /**
   * Hands out bytes, as many as there are, up to what the buffer has room for.
   *
   * @return ELEMENT, and at least one byte is in the buffer; EMPTY; END; CANCELLED
   * @throws EOFException when the ring is closed and the end of the bytes has not come
   * @throws StreamCorruptedException when what is in the ring is no packet
   */
  Taken poll(ByteBuffer into) throws IOException {
    Taken answer = unpack(into);
    while (answer == Taken.EMPTY) {
      answer = ring.poll(elements, 0, needed(into));
      if (answer != Taken.ELEMENT) {
        return checked(answer);
      }
      answer = unpackTaken(into);
    }
    return answer;
  }

  /** The same, waiting for at least one byte. What an interrupt finds is lost to nobody. */
  Taken take(ByteBuffer into) throws IOException, InterruptedException {
    Taken answer = unpack(into);
    while (answer == Taken.EMPTY) {
      answer = ring.take(elements, 0, needed(into));
      if (answer != Taken.ELEMENT) {
        return checked(answer);
      }
      answer = unpackTaken(into);
    }
    return answer;
  }

  /** The end of the bytes comes in a packet; a ring that ends without it was cut short (RB604). */
  private static Taken checked(Taken answer) throws EOFException {
    if (answer == Taken.END) {
      throw new EOFException("the ring was closed before the end of the bytes: cut short");
    }
    return answer;
  }

  private Taken unpackTaken(ByteBuffer into) throws StreamCorruptedException {
    at = 0;
    end = ring.taken();
    return unpack(into);
  }

  /** How many elements to take for so many bytes, when nothing is waiting here. */
  private int needed(ByteBuffer into) {
    int bytes = Math.min(into.remaining(), (ELEMENTS - 1) * Integer.BYTES);
    return (left == 0 ? 1 : 0) + (bytes + Integer.BYTES - 1) / Integer.BYTES;
  }

  /** Of what has been taken. EMPTY when that is not enough for a byte. */
  private Taken unpack(ByteBuffer into) throws StreamCorruptedException {
    int before = into.position();
    ByteBuffer out = into.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    while (!ended && out.hasRemaining() && at < end) {
      if (left == 0) {
        begin(elements[at++]);
      } else {
        unpackElement(out);
      }
    }
    into.position(out.position());
    if (out.position() > before) {
      return Taken.ELEMENT;
    }
    return ended ? Taken.END : Taken.EMPTY;
  }

  private void begin(int length) throws StreamCorruptedException {
    if (length < 0) {
      throw new StreamCorruptedException("packet length=" + length + ", expected at least 0");
    }
    left = length;
    ended = length == 0;
  }

  private void unpackElement(ByteBuffer out) {
    int here = Math.min(Math.min(Integer.BYTES - used, left), out.remaining());
    if (here == Integer.BYTES) {
      out.putInt(elements[at]);
    } else {
      for (int i = 0; i < here; i++) {
        out.put((byte) (elements[at] >>> (Byte.SIZE * (used + i))));
      }
    }
    left -= here;
    used += here;
    if (used == Integer.BYTES || left == 0) {
      used = 0;
      at++;
    }
  }
}
