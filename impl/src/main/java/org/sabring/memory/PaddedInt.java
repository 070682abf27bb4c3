package org.sabring.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * An int with a cache line of its own: whoever stores it takes no other word away from anybody. It
 * lies in the middle of 256 bytes. Memory order: opaque.
 */
final class PaddedInt {

  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(int[].class);

  private static final int LINE = 128 / Integer.BYTES;

  private final int[] line = new int[2 * LINE];

  PaddedInt(int value) {
    set(value);
  }

  int get() {
    return (int) WORD.getOpaque(line, LINE);
  }

  void set(int value) {
    WORD.setOpaque(line, LINE, value);
  }
}
