package org.sabring.spec.trace;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.sabring.spec.event.TraceAccess;

/** The writer of traces of steps in the binary form that {@link BinaryTrace} describes. */
public final class BinaryTraceWriter implements Closeable {
  private final OutputStream out;
  private final AccessEncoder records;

  /**
   * Writes the header.
   *
   * @param out is written to in small pieces, so it should be buffered; closed with this
   * @throws IOException if it cannot be written
   */
  public BinaryTraceWriter(TraceHeader header, OutputStream out) throws IOException {
    this.out = out;
    records = new AccessEncoder(out, BinaryTrace.firstThread(header));
    for (int magic : BinaryTrace.MAGIC) {
      out.write(magic);
    }
    byte[] json = TraceWriter.header(header);
    records.number(json.length);
    out.write(json);
  }

  /** Writes an access. */
  public void write(TraceAccess access) throws IOException {
    records.write(access);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
