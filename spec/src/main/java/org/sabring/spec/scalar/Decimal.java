package org.sabring.spec.scalar;

import java.math.BigInteger;

/**
 * A decimal number of any size, exact: {@code 0.digits * 10^point}.
 *
 * <p>Kept as text because a line may write {@code 1e999999999}: comparing takes time linear in the
 * digits that are written, never in those that are meant.
 *
 * @param negative whether it has a minus; zero may have one too
 * @param digits its digits, neither beginning nor ending with 0; empty for zero
 * @param point where the point is, counted from before the first digit; 0 for zero
 */
record Decimal(boolean negative, String digits, BigInteger point) implements Comparable<Decimal> {

  /** As many digits before or after the point are written without an exponent. */
  private static final int PLAIN = 20;

  /** A number as JSON writes it. */
  static Decimal parse(String json) {
    boolean negative = json.startsWith("-");
    int exponentAt = Math.max(json.indexOf('e'), json.indexOf('E'));
    String mantissa = json.substring(negative ? 1 : 0, exponentAt < 0 ? json.length() : exponentAt);
    int pointAt = mantissa.indexOf('.');
    String all =
        pointAt < 0 ? mantissa : mantissa.substring(0, pointAt) + mantissa.substring(pointAt + 1);
    int first = 0;
    while (first < all.length() && all.charAt(first) == '0') {
      first++;
    }
    if (first == all.length()) {
      return new Decimal(negative, "", BigInteger.ZERO);
    }
    int last = all.length();
    while (all.charAt(last - 1) == '0') {
      last--;
    }
    BigInteger point = BigInteger.valueOf((pointAt < 0 ? all.length() : pointAt) - first);
    if (exponentAt >= 0) {
      String exponent = json.substring(exponentAt + (json.charAt(exponentAt + 1) == '+' ? 2 : 1));
      point = point.add(new BigInteger(exponent));
    }
    return new Decimal(negative, all.substring(first, last), point);
  }

  static Decimal of(long number) {
    return parse(Long.toString(number));
  }

  boolean isZero() {
    return digits.isEmpty();
  }

  /** Whether it is an integer with a magnitude below 10^19. */
  private boolean isShortInteger() {
    return point.bitLength() < 31
        && point.intValue() <= 19
        && point.intValue() >= digits.length()
        && !(isZero() && negative);
  }

  /** Whether it is an integer of 64 bits; -0 is none. */
  boolean isLong() {
    return isShortInteger() && integer().bitLength() < Long.SIZE;
  }

  /** The integer that it is, if {@link #isLong}. */
  long longValue() {
    return integer().longValueExact();
  }

  private BigInteger integer() {
    String whole = isZero() ? "0" : digits + "0".repeat(point.intValue() - digits.length());
    return new BigInteger(negative ? "-" + whole : whole);
  }

  /** The greatest 64-bit integer that is not above it; the nearest one when it is beyond them. */
  long floor() {
    if (isZero()) {
      return 0;
    }
    if (point.signum() <= 0) {
      return negative ? -1 : 0;
    }
    if (point.compareTo(BigInteger.valueOf(19)) > 0) {
      return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    int length = point.intValue();
    boolean whole = digits.length() <= length;
    String text = whole ? digits + "0".repeat(length - digits.length()) : digits;
    BigInteger magnitude = new BigInteger(text.substring(0, length));
    BigInteger floor =
        negative
            ? magnitude.negate().subtract(whole ? BigInteger.ZERO : BigInteger.ONE)
            : magnitude;
    if (floor.bitLength() < Long.SIZE) {
      return floor.longValue();
    }
    return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /** As numbers: 0 and -0 are equal here. */
  @Override
  public int compareTo(Decimal other) {
    int sign = signum();
    if (sign != other.signum()) {
      return Integer.compare(sign, other.signum());
    }
    int larger = point.compareTo(other.point);
    return sign * (larger != 0 ? larger : digits.compareTo(other.digits));
  }

  private int signum() {
    return isZero() ? 0 : negative ? -1 : 1;
  }

  /** As short as it can be written: {@code 0.25}, {@code 4294967296}, {@code 1.5e300}. */
  @Override
  public String toString() {
    String sign = negative ? "-" : "";
    if (isZero()) {
      return sign + "0";
    }
    if (point.abs().compareTo(BigInteger.valueOf(PLAIN)) > 0) {
      String rest = digits.length() == 1 ? "" : "." + digits.substring(1);
      return sign + digits.charAt(0) + rest + "e" + point.subtract(BigInteger.ONE);
    }
    int at = point.intValue();
    if (at <= 0) {
      return sign + "0." + "0".repeat(-at) + digits;
    }
    return digits.length() <= at
        ? sign + digits + "0".repeat(at - digits.length())
        : sign + digits.substring(0, at) + "." + digits.substring(at);
  }
}
