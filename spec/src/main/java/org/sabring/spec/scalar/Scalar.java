package org.sabring.spec.scalar;

import org.jspecify.annotations.Nullable;

/**
 * A JSON scalar with exact equality: a number, a text, true, false or null.
 *
 * <p>Numbers are equal as decimals ({@code 1}, {@code 1.0} and {@code 1e0}), but {@code -0} is not
 * {@code 0}: a program can tell them apart, and a ring must hand over which one it was. Integers of
 * 64 bits, which are nearly all there are, cost no more than a {@code long} in an object.
 */
public final class Scalar {
  public static final Scalar NULL = new Scalar(0, Word.NULL);
  public static final Scalar TRUE = new Scalar(1, Word.TRUE);
  public static final Scalar FALSE = new Scalar(2, Word.FALSE);

  private static final int SHOWN = 40;

  /** What it is, if {@link #other} is null. */
  private final long number;

  /** A text, a {@link Decimal}, or a {@link Word}. */
  private final @Nullable Object other;

  private Scalar(long number, @Nullable Object other) {
    this.number = number;
    this.other = other;
  }

  /** An integer. */
  public static Scalar of(long number) {
    return new Scalar(number, null);
  }

  /** A text. */
  public static Scalar of(String text) {
    return new Scalar(text.hashCode(), text);
  }

  /** A number as JSON writes it, of any size. */
  public static Scalar parse(String json) {
    Decimal decimal = Decimal.parse(json);
    return decimal.isLong() ? of(decimal.longValue()) : new Scalar(decimal.hashCode(), decimal);
  }

  /** Whether it is an integer of 64 bits. */
  public boolean isLong() {
    return other == null;
  }

  /**
   * The integer that it is.
   *
   * @throws IllegalStateException if it is none of 64 bits
   */
  public long longValue() {
    if (other != null) {
      throw new IllegalStateException("value=" + this + ", expected an integer");
    }
    return number;
  }

  /** The text that it is; null if it is none. */
  public @Nullable String text() {
    return other instanceof String text ? text : null;
  }

  /** As JSON writes it, in full; a text is {@link #text()} in quotes, not escaped. */
  public String json() {
    return other instanceof String text
        ? '"' + text + '"'
        : other == null ? "" + number : "" + other;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Scalar scalar
        && scalar.number == number
        && (other == null ? scalar.other == null : other.equals(scalar.other));
  }

  @Override
  public int hashCode() {
    return Long.hashCode(number * 0x9E3779B97F4A7C15L);
  }

  /** For people: as JSON writes it, on one line and not too long. */
  @Override
  public String toString() {
    if (other == null) {
      return Long.toString(number);
    }
    String text = json();
    String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    return shown.replaceAll("\\p{Cntrl}", "?");
  }

  /** The scalars that are words of JSON. */
  private enum Word {
    NULL("null"),
    TRUE("true"),
    FALSE("false");

    private final String json;

    Word(String json) {
      this.json = json;
    }

    @Override
    public String toString() {
      return json;
    }
  }
}
