package org.sabring.recorder;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The file of one thread's calls, written while they are made: by that thread whenever a chunk is
 * full, and at the end by whoever closes it.
 */
final class ThreadFile {
  private static final String GZIP = ".gz";

  private final Path path;
  private final OutputStream out;
  private final HistoryLine line = HistoryLine.ofOneThread();
  private final String thread;
  private boolean closed;

  private ThreadFile(Path path, String thread, OutputStream out) {
    this.path = path;
    this.thread = thread;
    this.out = out;
  }

  /** Begins a file; for {@code run.jsonl.gz} and P it is {@code run-P.jsonl.gz}. */
  static ThreadFile create(Path all, HistoryHeader header, String run, String thread) {
    String name = all.getFileName().toString();
    int dot = name.indexOf('.') < 0 ? name.length() : name.indexOf('.');
    Path path = all.resolveSibling(name.substring(0, dot) + "-" + thread + name.substring(dot));
    try {
      ThreadFile file = new ThreadFile(path, thread, open(path));
      file.line.header(header, run, thread);
      file.line.flush(file.out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A stream into a file, compressed if its name ends like that. */
  static OutputStream open(Path path) throws IOException {
    OutputStream plain = Files.newOutputStream(path);
    return path.toString().endsWith(GZIP) ? new GZIPOutputStream(plain, 1 << 16) : plain;
  }

  Path path() {
    return path;
  }

  /** Writes the first records of a chunk; nothing once it is closed. */
  synchronized void write(RecordChunk chunk, int records) {
    if (closed) {
      return;
    }
    try {
      for (int record = 0; record < records; record++) {
        line.call(thread, chunk, record, Long.MAX_VALUE);
      }
      line.flush(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what is left, and closes the file. Only the first time. */
  synchronized void close(CallCursor rest) throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (out) {
      while (rest.next()) {
        rest.writeTo(line, Long.MAX_VALUE);
      }
      line.flush(out);
    }
  }

  /** The calls that were written, once it is closed. */
  CallCursor read() throws IOException {
    InputStream plain = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    InputStream in = path.toString().endsWith(GZIP) ? new GZIPInputStream(plain, 1 << 16) : plain;
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    reader.readLine(); // the header
    return new WrittenCalls(reader);
  }

  /** A cursor over the lines of a file. */
  private static final class WrittenCalls implements CallCursor {
    private static final String BEFORE = "{\"call\":";

    private final BufferedReader reader;
    private String text = "";

    WrittenCalls(BufferedReader reader) {
      this.reader = reader;
    }

    @Override
    public boolean next() {
      try {
        @Nullable String read = reader.readLine();
        if (read == null) {
          reader.close();
          return false;
        }
        text = read;
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public long call() {
      return Long.parseLong(text, BEFORE.length(), text.indexOf(','), 10);
    }

    @Override
    public void writeTo(HistoryLine line, long known) {
      line.copy(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
