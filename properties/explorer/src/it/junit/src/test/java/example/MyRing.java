package example;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A ring for one producer and one consumer. */
class MyRing<E> {

  private static final VarHandle HEAD;
  private static final VarHandle TAIL;

  static {
    try {
      HEAD = MethodHandles.lookup().findVarHandle(MyRing.class, "head", long.class);
      TAIL = MethodHandles.lookup().findVarHandle(MyRing.class, "tail", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Object[] slots;
  private final boolean planted;
  private long head;
  private long tail;

  /** With a mistake, the consumer loads the tail in mode opaque. */
  MyRing(int capacity, boolean planted) {
    this.slots = new Object[capacity];
    this.planted = planted;
  }

  boolean offer(E element) {
    long at = (long) TAIL.get(this);
    if (at - (long) HEAD.getAcquire(this) == slots.length) {
      return false;
    }
    slots[(int) (at % slots.length)] = element;
    TAIL.setRelease(this, at + 1);
    return true;
  }

  @SuppressWarnings("unchecked")
  E poll() {
    long at = (long) HEAD.get(this);
    long end = planted ? (long) TAIL.getOpaque(this) : (long) TAIL.getAcquire(this);
    if (at == end) {
      return null;
    }
    int slot = (int) (at % slots.length);
    E element = (E) slots[slot];
    slots[slot] = null;
    HEAD.setRelease(this, at + 1);
    return element;
  }
}
