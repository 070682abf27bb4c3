package org.sabring.explore.reduction;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** What the sides of a generated program share. */
final class Cells {

  /** A node that is published. */
  static final class Node {
    final int fixed;
    int plain;
    @Nullable Node next;

    Node(int value) {
      fixed = value;
      plain = value;
    }
  }

  static final VarHandle X;
  static final VarHandle Y;
  static final VarHandle WIDE;
  static final VarHandle HEAD;
  static final VarHandle ELEMENTS = MethodHandles.arrayElementVarHandle(int[].class);

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      X = lookup.findVarHandle(Cells.class, "x", int.class);
      Y = lookup.findVarHandle(Cells.class, "y", int.class);
      WIDE = lookup.findVarHandle(Cells.class, "wide", long.class);
      HEAD = lookup.findVarHandle(Cells.class, "head", Node.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final int fixed = 3;
  final int[] array = new int[2];
  final Object lock = new Object();
  final Object inner = new Object();
  int x;
  int y;
  long wide;
  @Nullable Node head;
}
