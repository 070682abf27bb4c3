package org.sabring.spec.trace;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.TraceAccess;

/** The lines of a file of JSON Lines. */
final class JsonTrace implements TraceLines {
  private final LineSource source;
  private final JsonLine line;
  private final TraceHeader header;
  private final @Nullable StepParser steps;
  private final @Nullable HistoryParser operations;

  private JsonTrace(LineSource source) throws IOException {
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
    line.assumeThread(header.part().thread());
  }

  /**
   * Reads the header from a stream, which it closes in the end.
   *
   * @throws MalformedTrace if its first line is no header
   */
  static JsonTrace open(InputStream in, String name) throws IOException {
    LineSource source = new LineSource(in, name);
    try {
      return new JsonTrace(source);
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  @Override
  public TraceHeader header() {
    return header;
  }

  @Override
  public String file() {
    return source.file();
  }

  @Override
  public @Nullable TraceAccess nextAccess() throws IOException {
    if (steps == null) {
      throw new IllegalStateException("kind=" + header.kind().label() + ", expected steps");
    }
    return line.next() ? steps.parse(line) : null;
  }

  @Override
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
}
