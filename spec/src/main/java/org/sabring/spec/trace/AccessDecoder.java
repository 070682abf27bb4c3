package org.sabring.spec.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.AccessMode;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.event.TraceThread;
import org.sabring.spec.event.WaitResult;
import org.sabring.spec.scalar.Scalar;

/** The reader of records as {@link BinaryTrace} describes them. */
final class AccessDecoder {
  private static final TraceAccess.Kind[] KINDS = TraceAccess.Kind.values();
  private static final Place[] PLACES = Place.values();
  private static final TraceThread[] THREADS = TraceThread.values();
  private static final AccessMode[] MODES = AccessMode.values();
  private static final WaitResult[] RESULTS = WaitResult.values();

  private final Bytes bytes;
  private final int slots;
  private TraceThread thread;
  private AccessMode mode = AccessMode.UNKNOWN;

  /**
   * @param slots how many there are
   * @param thread whose access comes first, if the record does not say
   */
  AccessDecoder(Bytes bytes, int slots, TraceThread thread) {
    this.bytes = bytes;
    this.slots = slots;
    this.thread = thread;
  }

  /**
   * Reads a record.
   *
   * @param first its first byte, which has been read
   * @param line its number
   */
  TraceAccess read(int first, long line) throws IOException {
    TraceAccess.Kind kind = choice(KINDS, first & 7, "a kind of access");
    Place place = PLACES[first >> 3 & 7];
    if ((first & BinaryTrace.CONTEXT) != 0) {
      int context = bytes.next();
      thread = choice(THREADS, context & 3, "a thread");
      mode = choice(MODES, context >> 2, "a mode");
    }
    int index = place == Place.DATA ? slot() : -1;
    boolean adds = kind == TraceAccess.Kind.ADD;
    int more = (first & BinaryTrace.MORE) == 0 ? (adds ? 1 : 0) : (int) bytes.signed();
    boolean element =
        place == Place.DATA && (kind == TraceAccess.Kind.LOAD || kind == TraceAccess.Kind.STORE);
    Scalar scalar = element ? element() : null;
    int value = element || kind == TraceAccess.Kind.FENCE ? 0 : (int) bytes.signed();
    return new TraceAccess(
        line,
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
    return scalar;
  }

  private @Nullable WaitResult result() throws IOException {
    int result = bytes.next();
    return result == 0 ? null : choice(RESULTS, result - 1, "how a wait ended");
  }
}
