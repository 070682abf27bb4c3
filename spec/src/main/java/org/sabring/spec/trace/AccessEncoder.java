package org.sabring.spec.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.AccessMode;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.event.TraceThread;
import org.sabring.spec.event.WaitResult;
import org.sabring.spec.scalar.Scalar;

/** The writer of records as {@link BinaryTrace} describes them. */
final class AccessEncoder {
  private static final long SMALLEST = -(1L << 61);
  private static final long LARGEST = (1L << 61) - 1;

  private final OutputStream out;
  private TraceThread thread;
  private AccessMode mode = AccessMode.UNKNOWN;

  /**
   * @param thread whose access comes first, if the record does not say
   */
  AccessEncoder(OutputStream out, TraceThread thread) {
    this.out = out;
    this.thread = thread;
  }

  /** Writes an access. */
  void write(TraceAccess access) throws IOException {
    boolean context = access.thread() != thread || access.mode() != mode;
    boolean adds = access.kind() == TraceAccess.Kind.ADD;
    boolean more = adds ? access.by() != 1 : access.part() != 0;
    out.write(
        ordinal(TraceAccess.Kind.values(), access.kind())
            | ordinal(Place.values(), access.place()) << 3
            | (context ? BinaryTrace.CONTEXT : 0)
            | (more ? BinaryTrace.MORE : 0));
    if (context) {
      thread = access.thread();
      mode = access.mode();
      out.write(ordinal(TraceThread.values(), thread) | ordinal(AccessMode.values(), mode) << 2);
    }
    if (access.place() == Place.DATA) {
      number(access.index());
    }
    if (more) {
      signed(adds ? access.by() : access.part());
    }
    Scalar element = access.element();
    if (element != null) {
      element(element);
    } else if (access.kind() != TraceAccess.Kind.FENCE) {
      signed(access.value());
    }
    if (access.kind() == TraceAccess.Kind.WAIT) {
      result(access.result());
    }
  }

  private static <E> int ordinal(E[] all, E one) {
    int at = 0;
    while (!Objects.equals(all[at], one)) {
      at++;
    }
    return at;
  }

  private void element(Scalar element) throws IOException {
    boolean small =
        element.isLong() && element.longValue() >= SMALLEST && element.longValue() <= LARGEST;
    if (small) {
      long value = element.longValue();
      number(((value << 1) ^ (value >> 63)) << 1);
    } else {
      byte[] json = ScalarJson.write(element).getBytes(StandardCharsets.UTF_8);
      number((long) json.length << 1 | 1);
      out.write(json);
    }
  }

  private void result(@Nullable WaitResult result) throws IOException {
    out.write(result == null ? 0 : 1 + ordinal(WaitResult.values(), result));
  }

  /** A number that is not negative, or 64 bits. */
  void number(long number) throws IOException {
    long rest = number;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private void signed(long number) throws IOException {
    number((number << 1) ^ (number >> 63));
  }
}
