package org.sabring.stream.sab;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.sabring.ring.Consumer;
import org.sabring.ring.Producer;

/**
 * A ring as Java's own ways to read and write bytes, for threads that may block. No loop has part
 * in it. The format is the one of {@link SabByteReadable} and {@link SabByteWritable}, so each of
 * these may stand at the other end.
 *
 * <p>They are interruptible channels, and streams over such: any thread may use them, one at a
 * time, and any thread may close them; who is interrupted while blocked closes them, and gets a
 * {@link java.nio.channels.ClosedByInterruptException}. The side of the ring belongs to them.
 */
public final class RingBytes {

  private RingBytes() {}

  /**
   * The bytes that come out of the ring. A read blocks until there is a byte, and then takes what
   * is there; -1 after the end, for ever. Closing before the end cancels the ring.
   *
   * <p>A read throws {@link java.io.EOFException} when the writer was stopped before its end, and
   * {@link java.io.StreamCorruptedException} when what is in the ring is no packet: then it also
   * cancels the ring.
   */
  public static ReadableByteChannel readable(Consumer ring) {
    return new RingReadableChannel(ring);
  }

  /** The same as a stream. */
  public static InputStream input(Consumer ring) {
    return Channels.newInputStream(readable(ring));
  }

  /**
   * Bytes into the ring. A write blocks until all are in it; {@link java.io.IOException} when the
   * consumer has cancelled, and then nobody knows how many have been read.
   *
   * <p>Closing writes the end of the bytes, for which it may wait for room, and closes the ring.
   * Closed by an interrupt, or while a thread is blocked in a write, it closes the ring without:
   * the reader gets the exception that says so.
   */
  public static WritableByteChannel writable(Producer ring) {
    return new RingWritableChannel(ring);
  }

  /** The same as a stream. Each write is a packet of its own: buffer small ones. */
  public static OutputStream output(Producer ring) {
    return Channels.newOutputStream(writable(ring));
  }
}
