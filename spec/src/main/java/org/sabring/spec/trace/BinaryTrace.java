package org.sabring.spec.trace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.AccessMode;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.event.TraceThread;
import org.sabring.spec.event.WaitResult;
import org.sabring.spec.scalar.Scalar;

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
  private static final TraceAccess.Kind[] KINDS = TraceAccess.Kind.values();
  private static final Place[] PLACES = Place.values();
  private static final TraceThread[] THREADS = TraceThread.values();
  private static final AccessMode[] MODES = AccessMode.values();
  private static final WaitResult[] RESULTS = WaitResult.values();

  private final Bytes bytes;
  private final String file;
  private final TraceHeader header;
  private TraceThread thread = TraceThread.P;
  private AccessMode mode = AccessMode.UNKNOWN;
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
    String named = header.part().thread();
    for (TraceThread known : THREADS) {
      thread = known.label().equals(named) ? known : thread;
    }
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
    if (first < 0) {
      return null;
    }
    number++;
    TraceAccess.Kind kind = choice(KINDS, first & 7, "a kind of access");
    Place place = PLACES[first >> 3 & 7];
    if ((first & CONTEXT) != 0) {
      int context = bytes.next();
      thread = choice(THREADS, context & 3, "a thread");
      mode = choice(MODES, context >> 2, "a mode");
    }
    int index = place == Place.DATA ? slot() : -1;
    boolean adds = kind == TraceAccess.Kind.ADD;
    int more = (first & MORE) == 0 ? (adds ? 1 : 0) : (int) bytes.signed();
    boolean element =
        place == Place.DATA && (kind == TraceAccess.Kind.LOAD || kind == TraceAccess.Kind.STORE);
    Scalar scalar = element ? element() : null;
    int value = element || kind == TraceAccess.Kind.FENCE ? 0 : (int) bytes.signed();
    return new TraceAccess(
        number,
        thread,
        kind,
        place,
        index,
        adds ? 0 : more,
        value,
        scalar,
        adds ? more : 1,
        kind == TraceAccess.Kind.WAIT ? result() : null,
        mode);
  }

  private <E> E choice(E[] choices, int number, String expected) throws MalformedTrace {
    if (number >= choices.length) {
      throw bytes.malformed(bytes.offset() - 1, "number " + number, expected);
    }
    return choices[number];
  }

  private int slot() throws IOException {
    long where = bytes.offset();
    long index = bytes.number();
    int slots = header.ring().capacity();
    if (index < 0 || index >= slots) {
      throw bytes.malformed(where, "slot " + index, "a slot in 0.." + (slots - 1));
    }
    return (int) index;
  }

  private Scalar element() throws IOException {
    long where = bytes.offset();
    long code = bytes.number();
    if ((code & 1) == 0) {
      long plain = code >>> 1;
      return Scalar.of((plain >>> 1) ^ -(plain & 1));
    }
    long length = code >>> 1;
    if (length > LineSource.MAX_LINE) {
      throw bytes.malformed(where, "an element of " + length + " bytes", "a shorter one");
    }
    String json = new String(bytes.take((int) length), StandardCharsets.UTF_8);
    Scalar scalar = ScalarJson.parse(json);
    if (scalar == null) {
      throw bytes.malformed(where, MalformedTrace.quoted(json), "a JSON scalar");
    }
    return Objects.requireNonNull(scalar);
  }

  private @Nullable WaitResult result() throws IOException {
    int result = bytes.next();
    return result == 0 ? null : choice(RESULTS, result - 1, "how a wait ended");
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
