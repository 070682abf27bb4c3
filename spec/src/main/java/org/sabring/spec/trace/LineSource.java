package org.sabring.spec.trace;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A line reader over a stream of bytes, in one buffer of bounded size, which sees to it that they
 * are text.
 */
final class LineSource implements Closeable {
  /** The longest line, in bytes without its end. */
  static final int MAX_LINE = 64 * 1024;

  private final InputStream in;
  private final String file;
  private static final int MOST = 4 * MAX_LINE;

  private byte[] buffer = new byte[MAX_LINE / 16]; // larger for larger files
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);

  /**
   * The current line is {@code buffer[start..end)}; {@code buffer[next..limit)} is still to come.
   */
  private int start;

  private int end;
  private int next;
  private int limit;
  private long number;
  private boolean ended;

  /** Where lines that are not plain ASCII are decoded to; null until there is one. */
  private @Nullable CharBuffer decoded;

  LineSource(InputStream in, String file) {
    this.in = in;
    this.file = file;
  }

  /** Goes on to the next line; false at the end of the file. */
  boolean next() throws IOException {
    start = next;
    number++;
    boolean plain = true;
    int scan = start;
    while (true) {
      int most = Math.min(limit, start + MAX_LINE + 1);
      while (scan < most && buffer[scan] != '\n') {
        plain &= buffer[scan++] > 0;
      }
      if (scan - start > MAX_LINE) {
        throw error(0, "a line of more than " + MAX_LINE + " bytes", "a shorter one");
      }
      if (scan < limit) {
        ended = true;
        return accept(scan, scan + 1, plain);
      }
      int length = scan - start;
      if (!fill()) {
        ended = false;
        return length > 0 && accept(limit, limit, plain);
      }
      scan = start + length;
    }
  }

  /** Reads more bytes behind the current line, which moves to the front when the buffer is full. */
  private boolean fill() throws IOException {
    if (limit == buffer.length && buffer.length < MOST) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    } else if (limit == buffer.length) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      limit -= start;
      start = 0;
    }
    int count = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(count, 0);
    return count > 0;
  }

  private boolean accept(int lineEnd, int nextStart, boolean plain) throws MalformedTrace {
    end = lineEnd;
    next = nextStart;
    if (!plain) {
      checkText();
    }
    int first = start;
    while (first < end
        && (buffer[first] == ' ' || buffer[first] == '\t' || buffer[first] == '\r')) {
      first++;
    }
    if (first == end) {
      throw error(0, "a blank line", "a JSON object");
    }
    if (buffer[first] != '{') {
      String text = new String(buffer, first, end - first, StandardCharsets.UTF_8);
      throw error(first - start + 1, MalformedTrace.quoted(text), "a JSON object");
    }
    return true;
  }

  /** The slow path, for lines that are not plain ASCII. */
  private void checkText() throws MalformedTrace {
    if (decoded == null || decoded.capacity() < end - start) {
      decoded = CharBuffer.allocate(end - start);
    }
    ByteBuffer bytes = ByteBuffer.wrap(buffer, start, end - start);
    CoderResult result = decoder.reset().decode(bytes, decoded.clear(), true);
    if (result.isError()) {
      boolean cut = !ended && bytes.position() + result.length() >= end;
      int column = bytes.position() - start + 1;
      throw cut ? truncated(column) : error(column, "bytes that are not UTF-8", "UTF-8");
    }
    for (int i = start; i < end; i++) {
      if (buffer[i] == 0) {
        throw error(i - start + 1, "a zero byte", "JSON in UTF-8");
      }
    }
  }

  /** Whether there is nothing but the beginning of a word or a number from a column to the end. */
  boolean isWordFrom(int column) {
    int scan = start + Math.max(column, 1) - 1;
    while (scan < end
        && (Character.isLetterOrDigit(buffer[scan]) || "+-.".indexOf(buffer[scan]) >= 0)) {
      scan++;
    }
    return scan >= end;
  }

  /** What to say when the file ends in the middle of a line. */
  MalformedTrace truncated(int column) {
    return error(column, "a truncated last line", "a complete JSON object");
  }

  /** An error in the current line. */
  MalformedTrace error(int column, String found, String expected) {
    return new MalformedTrace(file, number, column, found, expected);
  }

  String file() {
    return file;
  }

  /** The number of the current line, from 1. */
  long number() {
    return number;
  }

  /** Whether the current line has its end: only the last line may lack it. */
  boolean isEnded() {
    return ended;
  }

  /** What holds the current line, from {@link #start}, as long as {@link #length}. */
  byte[] buffer() {
    return buffer;
  }

  int start() {
    return start;
  }

  int length() {
    return end - start;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
