package org.sabring.explore.memory;

/**
 * An atomic read-modify-write: what it makes of the value that it reads.
 *
 * @param op what is done
 * @param expected the value that a compare-and-set must find; of no meaning for others
 * @param operand what is added, stored, or combined with the value
 * @param bits how wide the value is: 8, 16, 32 or 64, and -16 for a char
 */
public record Update(Op op, long expected, long operand, int bits) {

  /** An operation of an update. */
  public enum Op {
    ADD,
    SWAP,
    COMPARE_AND_SET,
    AND,
    OR,
    XOR
  }

  /** An addition. */
  static Update adding(long delta, int bits) {
    return new Update(Op.ADD, 0, delta, bits);
  }

  /** The new value for an old one, sign-extended; that of a char has no sign. */
  public long apply(long old) {
    return narrow(
        switch (op) {
          case ADD -> old + operand;
          case SWAP -> operand;
          case COMPARE_AND_SET -> stores(old) ? operand : old;
          case AND -> old & operand;
          case OR -> old | operand;
          case XOR -> old ^ operand;
        });
  }

  /** Whether it stores: all do, but a compare-and-set that finds another value than expected. */
  public boolean stores(long old) {
    return op != Op.COMPARE_AND_SET || old == narrow(expected);
  }

  private long narrow(long value) {
    return switch (bits) {
      case 8 -> (byte) value;
      case 16 -> (short) value;
      case -16 -> (char) value;
      case 32 -> (int) value;
      case 64 -> value;
      default ->
          throw new IllegalArgumentException("bits=" + bits + ", expected 8, 16, -16, 32 or 64");
    };
  }
}
