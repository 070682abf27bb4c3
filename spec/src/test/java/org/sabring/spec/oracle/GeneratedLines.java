package org.sabring.spec.oracle;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** A file that is made while it is read, so that it may be longer than the memory. */
final class GeneratedLines extends InputStream {
  private final Iterator<String> lines;
  private byte[] chunk = {};
  private int next;

  GeneratedLines(Iterator<String> lines) {
    this.lines = lines;
  }

  private boolean hasMore() {
    if (next == chunk.length && lines.hasNext()) {
      chunk = lines.next().getBytes(StandardCharsets.ISO_8859_1);
      next = 0;
    }
    return next < chunk.length;
  }

  @Override
  public int read() {
    return hasMore() ? chunk[next++] : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    int count = 0;
    while (count < length && hasMore()) {
      int part = Math.min(length - count, chunk.length - next);
      System.arraycopy(chunk, next, target, offset + count, part);
      next += part;
      count += part;
    }
    return count == 0 ? -1 : count;
  }
}
