package org.sabring.spec.trace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.AccessMode;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.event.TraceThread;
import org.sabring.spec.event.WaitResult;

/**
 * A trace of steps in its binary form, {@code .sbt}: the same accesses as in JSON Lines, in two to
 * six bytes each.
 *
 * <p>{@code SBT1}; the length of the header and the header, as in JSON; then a record for each
 * access. Its first byte is the kind (bits 0 to 2, in the order of {@link TraceAccess.Kind}), the
 * word (bits 3 to 5, in the order of {@link Place}), bit 6 if thread or mode are others than in the
 * record before, and bit 7 for what few accesses have. Then, if bit 6 is set, a byte: the thread
 * (bits 0 and 1: P, C, main) and the mode (bits 2 to 4, in the order of {@link AccessMode}). Then a
 * slot's index; if bit 7 is set the part of a slot, or how much was added; then the value. Numbers
 * are of variable length; values have a sign. An element is twice an integer of 62 bits, or, odd,
 * twice the length of its JSON and one more, and the JSON. A wait ends with a byte: 0 if it never
 * woke, else 1 to 3 in the order of {@link WaitResult}.
 */
final class BinaryTrace implements TraceLines {
  static final int[] MAGIC = {'S', 'B', 'T', '1'};

  static final int CONTEXT = 1 << 6;
  static final int MORE = 1 << 7;
  private final Bytes bytes;
  private final String file;
  private final TraceHeader header;
  private final AccessDecoder records;
  private long number;

  private BinaryTrace(Bytes bytes, String file) throws IOException {
    this.bytes = bytes;
    this.file = file;
    bytes.take(MAGIC.length);
    long length = bytes.number();
    if (length < 0 || length > LineSource.MAX_LINE) {
      throw bytes.malformed(bytes.offset(), "a header of " + length + " bytes", "a shorter one");
    }
    byte[] json = bytes.take((int) length);
    header = JsonTrace.open(new ByteArrayInputStream(json), file).header();
    if (header.kind() != TraceKind.STEPS) {
      throw new MalformedTrace(file, 0, 0, "a history in binary form", "a trace of steps");
    }
    records = new AccessDecoder(bytes, header.ring().capacity(), firstThread(header));
  }

  /** Whose record comes first, if it does not say: that of the file's thread. */
  static TraceThread firstThread(TraceHeader header) {
    String named = header.part().thread();
    return Arrays.stream(TraceThread.values())
        .filter(thread -> thread.label().equals(named))
        .findFirst()
        .orElse(TraceThread.P);
  }

  static BinaryTrace open(InputStream in, String name) throws IOException {
    Bytes bytes = new Bytes(in, name);
    try {
      return new BinaryTrace(bytes, name);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  @Override
  public TraceHeader header() {
    return header;
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public @Nullable TraceAccess nextAccess() throws IOException {
    int first = bytes.nextOrEnd();
    return first < 0 ? null : records.read(first, ++number);
  }

  @Override
  public @Nullable HistoryEvent nextOperation() {
    throw new IllegalStateException("kind=steps, expected history");
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
