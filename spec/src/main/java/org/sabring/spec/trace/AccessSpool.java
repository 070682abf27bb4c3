package org.sabring.spec.trace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.event.TraceThread;

/**
 * A queue of accesses of any length, in some five bytes each. A few million are kept in memory, the
 * rest in a temporary file, which is gone when this is closed.
 */
final class AccessSpool implements Closeable {
  private static final int CHUNK = 1 << 16;
  private static final int IN_MEMORY = 1 << 24;

  /** A piece that can be read by itself, in memory or in the file. */
  private interface Chunk {
    byte[] bytes() throws IOException;
  }

  private final String file;
  private final int slots;
  private final int inMemory;
  private final Deque<Chunk> chunks = new ArrayDeque<>();
  private long bytesInMemory;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream(2 * CHUNK);
  private AccessEncoder encoder = new AccessEncoder(written, TraceThread.P);
  private long lastWritten;

  private @Nullable Bytes read;
  private @Nullable AccessDecoder decoder;
  private long lastRead;

  private @Nullable FileChannel spilled;
  private long end; // of what lies in the file

  /**
   * @param file the name of the recording, in messages
   * @param slots how many there are
   */
  AccessSpool(String file, int slots) {
    this(file, slots, IN_MEMORY);
  }

  /**
   * @param inMemory how many bytes at most are kept in memory
   */
  AccessSpool(String file, int slots, int inMemory) {
    this.file = file;
    this.slots = slots;
    this.inMemory = inMemory;
  }

  /** Adds an access, of a later line than all before. */
  void add(TraceAccess access) throws IOException {
    encoder.number(access.line() - lastWritten);
    lastWritten = access.line();
    encoder.write(access);
    if (written.size() >= CHUNK) {
      seal();
    }
  }

  private void seal() throws IOException {
    byte[] bytes = written.toByteArray();
    written.reset();
    encoder = new AccessEncoder(written, TraceThread.P); // whoever reads begins anew, too
    if (bytesInMemory + bytes.length <= inMemory) {
      bytesInMemory += bytes.length;
      chunks.add(() -> inMemory(bytes));
    } else {
      long offset = end;
      write(ByteBuffer.wrap(bytes));
      int length = bytes.length; // and not the bytes themselves
      chunks.add(() -> inFile(offset, length));
    }
  }

  private byte[] inMemory(byte[] bytes) {
    bytesInMemory -= bytes.length;
    return bytes;
  }

  private void write(ByteBuffer bytes) throws IOException {
    FileChannel to = spilled;
    if (to == null) {
      Path path = Files.createTempFile("sabring", ".spool");
      to =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      spilled = to;
    }
    while (bytes.hasRemaining()) {
      end += to.write(bytes, end);
    }
  }

  /** Takes the oldest access; null if there is none. */
  @Nullable TraceAccess poll() throws IOException {
    while (true) {
      Bytes from = read;
      if (from != null) {
        int first = from.nextOrEnd();
        if (first >= 0) {
          lastRead += from.number(first);
          return Objects.requireNonNull(decoder).read(from.next(), lastRead);
        }
      }
      if (chunks.isEmpty() && written.size() > 0) {
        seal();
      }
      Chunk next = chunks.poll();
      if (next == null) {
        return null;
      }
      read = new Bytes(new ByteArrayInputStream(next.bytes()), file);
      decoder = new AccessDecoder(read, slots, TraceThread.P);
    }
  }

  private byte[] inFile(long offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (Objects.requireNonNull(spilled).read(bytes, offset + bytes.position()) < 0) {
        throw new IOException("the temporary file for " + file + " has become shorter");
      }
    }
    return bytes.array();
  }

  @Override
  public void close() throws IOException {
    if (spilled != null) {
      spilled.close();
    }
  }
}
