package org.sabring.spec.trace;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** A compressed file, of which a damaged one is told as any other malformed trace. */
final class GzipTrace extends FilterInputStream {
  private final String file;

  GzipTrace(InputStream in, String file) {
    super(in);
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      return super.read(bytes, from, length);
    } catch (EOFException e) {
      throw new MalformedTrace(file, 0, 0, "gzip that is cut short", "its end");
    } catch (ZipException e) {
      throw new MalformedTrace(file, 0, 0, "damaged gzip (" + e.getMessage() + ")", "gzip");
    }
  }
}
