package org.sabring.spec.trace;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The reader of trace files: one line at a time, in constant memory.
 *
 * <p>Nothing malformed is skipped: whatever is not as it should be ends in a {@link
 * MalformedTrace}. Keys that mean nothing here are ignored with their values, but no key may come
 * twice. A line has at most 64 KiB; the last one may lack its line end.
 */
public final class TraceReader implements Closeable {
  private final LineSource source;
  private final JsonLine line;
  private final TraceHeader header;
  private final @Nullable StepParser steps;
  private final @Nullable HistoryParser operations;

  private TraceReader(LineSource source) throws IOException {
    this.source = source;
    line = new JsonLine(source);
    if (!line.next()) {
      throw new MalformedTrace(
          source.file(), 0, 0, "an empty file", "a first line with \"format\":\"sabring-trace\"");
    }
    header = HeaderParser.parse(line);
    boolean history = header.kind() == TraceKind.HISTORY;
    steps = history ? null : new StepParser(header);
    operations = history ? new HistoryParser() : null;
  }

  /**
   * Opens a file and reads its header; {@code -} is standard input.
   *
   * @throws MalformedTrace if it cannot be opened, or its first line is no header
   */
  public static TraceReader open(Path path) throws IOException {
    String name = path.toString();
    if (name.equals("-")) {
      return open(new StandardInput(), name);
    }
    if (Files.isDirectory(path)) {
      throw new MalformedTrace(name, 0, 0, "a directory", "a trace file");
    }
    try {
      return open(Files.newInputStream(path), name);
    } catch (NoSuchFileException e) {
      throw new MalformedTrace(name, 0, 0, "no such file", "a trace file");
    } catch (AccessDeniedException e) {
      throw new MalformedTrace(name, 0, 0, "a file that may not be read", "a trace file");
    }
  }

  /**
   * Reads the header from a stream, which it closes in the end.
   *
   * @param name the name of the stream in messages
   * @throws MalformedTrace if its first line is no header
   */
  public static TraceReader open(InputStream in, String name) throws IOException {
    LineSource source = new LineSource(in, name);
    try {
      return new TraceReader(source);
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /** The header of the file. */
  public TraceHeader header() {
    return header;
  }

  /** The name of the file in messages, {@code -} for standard input. */
  public String file() {
    return source.file();
  }

  /**
   * The next line of a trace of steps; null at the end of the file.
   *
   * @throws MalformedTrace if the line is no access
   * @throws IllegalStateException if the file is no trace of steps
   */
  public @Nullable TraceAccess nextAccess() throws IOException {
    if (steps == null) {
      throw new IllegalStateException("kind=" + header.kind().label() + ", expected steps");
    }
    return line.next() ? steps.parse(line) : null;
  }

  /**
   * The next line of a history; null at the end of the file. The lines of one side come in the
   * order of its calls, those of the two sides interleaved in any way.
   *
   * @throws MalformedTrace if the line is no operation
   * @throws IllegalStateException if the file is no history
   */
  public @Nullable HistoryEvent nextOperation() throws IOException {
    if (operations == null) {
      throw new IllegalStateException("kind=" + header.kind().label() + ", expected history");
    }
    return line.next() ? operations.parse(line) : null;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  /** Standard input, which stays open for whoever comes after. */
  private static final class StandardInput extends FilterInputStream {
    StandardInput() {
      super(System.in);
    }

    @Override
    public void close() {}
  }
}
