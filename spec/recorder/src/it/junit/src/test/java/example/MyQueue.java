package example;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A queue between one producer and one consumer. */
class MyQueue<E> {

  private static final VarHandle HEAD;
  private static final VarHandle TAIL;

  static {
    try {
      HEAD = MethodHandles.lookup().findVarHandle(MyQueue.class, "head", long.class);
      TAIL = MethodHandles.lookup().findVarHandle(MyQueue.class, "tail", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Object[] slots;
  private long head;
  private long tail;

  MyQueue(int capacity) {
    this.slots = new Object[capacity];
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
    long end = (long) TAIL.getAcquire(this);
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
