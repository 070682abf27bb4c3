package org.sabring.spec.trace;

import java.io.IOException;
import java.io.InputStream;

/**
 * A reader of bytes and of numbers of variable length: seven bits a byte, the least first, the
 * highest bit set but in the last.
 */
final class Bytes {
  private static final int SIZE = 1 << 14;
  private static final int LONGEST = 63;

  private final InputStream in;
  private final String file;
  private final byte[] buffer = new byte[SIZE];
  private int at;
  private int limit;
  private long before; // bytes before those in the buffer

  Bytes(InputStream in, String file) {
    this.in = in;
    this.file = file;
  }

  /** Where the next byte is, from 0. */
  long offset() {
    return before + at;
  }

  MalformedTrace malformed(long where, String found, String expected) {
    return new MalformedTrace(file, 0, 0, found + " at byte " + where, expected);
  }

  /** The next byte; -1 at the end. */
  int nextOrEnd() throws IOException {
    if (at == limit) {
      before += limit;
      at = 0;
      limit = Math.max(0, in.read(buffer, 0, SIZE));
      if (limit == 0) {
        return -1;
      }
    }
    return buffer[at++] & 0xff;
  }

  int next() throws IOException {
    int next = nextOrEnd();
    if (next < 0) {
      throw malformed(offset(), "the end of the file", "the rest of a record");
    }
    return next;
  }

  /** A number that is not negative, or 64 bits. */
  long number() throws IOException {
    return number(next());
  }

  /**
   * A number of which the first byte has been read.
   *
   * @param first that byte
   */
  long number(int first) throws IOException {
    if (first < 0x80) {
      return first;
    }
    long number = first & 0x7f;
    for (int shift = 7; ; shift += 7) {
      int next = next();
      if (shift == LONGEST && next > 1) {
        throw malformed(offset() - 1, "a number of more than 64 bits", "at most 64");
      }
      number |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return number;
      }
    }
  }

  /** A number with a sign: 0, -1, 1, -2 and so on are 0, 1, 2, 3. */
  long signed() throws IOException {
    long number = number();
    return (number >>> 1) ^ -(number & 1);
  }

  /** So many bytes. */
  byte[] take(int length) throws IOException {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) next();
    }
    return bytes;
  }

  void close() throws IOException {
    in.close();
  }
}
