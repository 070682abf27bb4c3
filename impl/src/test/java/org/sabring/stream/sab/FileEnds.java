package org.sabring.stream.sab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.sabring.stream.ChunkMode;
import org.sabring.stream.Done;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Readable;
import org.sabring.stream.Settings;
import org.sabring.stream.Writable;

/** The two ends of a way from file to file, as streams. */
final class FileEnds {

  private static final int BLOCK = 64 * 1024;

  private FileEnds() {}

  /** A file as a stream. */
  static final class Source extends Readable<byte[]> {
    private final FileChannel file;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);

    Source(EventLoop loop, FileChannel file) {
      super(loop, ChunkMode.bytes(), Settings.of(ChunkMode.bytes()));
      this.file = file;
    }

    @Override
    protected void onRead(int size) throws IOException {
      int read = file.read(block.clear());
      if (read < 0) {
        pushEnd();
      } else {
        byte[] chunk = new byte[read];
        block.flip().get(chunk);
        push(chunk);
      }
    }
  }

  /** A stream into a file. */
  static final class Sink extends Writable<byte[]> {
    private final FileChannel file;

    Sink(EventLoop loop, FileChannel file) {
      super(loop, ChunkMode.bytes(), Settings.of(ChunkMode.bytes()));
      this.file = file;
    }

    @Override
    protected void onWrite(byte[] chunk, Done done) throws IOException {
      ByteBuffer bytes = ByteBuffer.wrap(chunk);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      done.done(null);
    }
  }
}
