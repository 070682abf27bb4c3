package org.sabring.spec.scalar;

import org.jspecify.annotations.Nullable;

/**
 * A time on a recording's clock: any decimal number, compared exactly. Those that are integers of
 * 64 bits are compared as such.
 */
public final class Moment implements Comparable<Moment> {

  /** Later than every time that can be written: when a call comes back that never does. */
  public static final Moment NEVER = new Moment(Long.MAX_VALUE, null);

  /** Nothing that is not above it is greater. */
  private final long floor;

  /** The number itself; null if it is {@link #floor}, and of {@link #NEVER}. */
  private final @Nullable Decimal exact;

  private Moment(long floor, @Nullable Decimal exact) {
    this.floor = floor;
    this.exact = exact;
  }

  public static Moment of(long time) {
    return time == Long.MAX_VALUE ? new Moment(time, Decimal.of(time)) : new Moment(time, null);
  }

  /** A number as JSON writes it. */
  public static Moment parse(String json) {
    Decimal decimal = Decimal.parse(json);
    if (decimal.isZero()) {
      return of(0); // of either sign
    }
    return decimal.isLong() ? of(decimal.longValue()) : new Moment(decimal.floor(), decimal);
  }

  public boolean isBefore(Moment other) {
    return floor != other.floor ? floor < other.floor : compareTo(other) < 0;
  }

  @Override
  public int compareTo(Moment other) {
    if (floor != other.floor) {
      return Long.compare(floor, other.floor);
    }
    if (exact == null && other.exact == null) {
      return 0;
    }
    if (isNever() || other.isNever()) {
      return isNever() ? 1 : -1;
    }
    return decimal().compareTo(other.decimal());
  }

  private boolean isNever() {
    return floor == Long.MAX_VALUE && exact == null;
  }

  private Decimal decimal() {
    return exact == null ? Decimal.of(floor) : exact;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Moment other && compareTo(other) == 0;
  }

  @Override
  public int hashCode() {
    return exact == null ? Long.hashCode(floor) : exact.hashCode();
  }

  /** As JSON writes it. */
  @Override
  public String toString() {
    return isNever() ? "never" : exact == null ? Long.toString(floor) : exact.toString();
  }
}
