package org.sabring.explore.assertions;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A queue as people write it, with the access of one load to be chosen. */
public class HandleQueue<E> {

  static final VarHandle HEAD;
  static final VarHandle TAIL;

  static {
    try {
      HEAD = MethodHandles.lookup().findVarHandle(HandleQueue.class, "head", long.class);
      TAIL = MethodHandles.lookup().findVarHandle(HandleQueue.class, "tail", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final @Nullable Object[] slots;

  @SuppressWarnings("UnusedVariable") // by handle
  private long head;

  @SuppressWarnings("UnusedVariable") // by handle
  private long tail;

  public HandleQueue(int capacity) {
    slots = new Object[capacity];
  }

  public boolean offer(E element) {
    long at = (long) TAIL.get(this);
    if (at - (long) HEAD.getAcquire(this) == slots.length) {
      return false;
    }
    slots[(int) (at % slots.length)] = element;
    TAIL.setRelease(this, at + 1);
    return true;
  }

  /** The tail as the consumer loads it. */
  long published() {
    return (long) TAIL.getAcquire(this);
  }

  @SuppressWarnings("unchecked") // offer has put it there
  public @Nullable E poll() {
    long at = (long) HEAD.get(this);
    if (at == published()) {
      return null;
    }
    int slot = (int) (at % slots.length);
    E element = (E) slots[slot];
    slots[slot] = null;
    HEAD.setRelease(this, at + 1);
    return element;
  }

  /** The same with a planted mistake: release/acquire memory alone shows it. */
  public static final class Opaque<E> extends HandleQueue<E> {
    public Opaque(int capacity) {
      super(capacity);
    }

    @Override
    long published() {
      return (long) TAIL.getOpaque(this);
    }
  }
}
