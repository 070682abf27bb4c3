package org.sabring.explore.gallery.subject;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A ring for many producers and many consumers, after the description of FreeBSD's buf_ring(9): a
 * thread first claims a slot by moving the head of its kind, then fills or empties the slot, waits
 * until all that have claimed before it are done, and moves the tail, which the other kind looks
 * at.
 */
@SuppressWarnings("UnusedVariable") // by the handles
public final class BufRing<E> {

  private static final VarHandle PROD_HEAD = index("prodHead");
  private static final VarHandle PROD_TAIL = index("prodTail");
  private static final VarHandle CONS_HEAD = index("consHead");
  private static final VarHandle CONS_TAIL = index("consTail");

  private final @Nullable Object[] ring;

  /** Slots before it are claimed by producers. */
  private int prodHead;

  /** Slots before it are filled. */
  private int prodTail;

  /** Slots before it are claimed by consumers. */
  private int consHead;

  /** Slots before it are free again. */
  private int consTail;

  /** A ring of so many slots, a power of two; one stays free. */
  public BufRing(int slots) {
    ring = new Object[slots];
  }

  private static VarHandle index(String name) {
    return Handle.of(MethodHandles.lookup(), name, int.class);
  }

  private int after(int slot) {
    return (slot + 1) & (ring.length - 1);
  }

  /** Whether there was room. */
  public boolean enqueue(E element) {
    int head;
    int next;
    do {
      head = (int) PROD_HEAD.getAcquire(this);
      next = after(head);
      if (next == (int) CONS_TAIL.getAcquire(this)) {
        if (head == (int) PROD_HEAD.getOpaque(this)) {
          return false;
        }
      }
    } while (!PROD_HEAD.compareAndSet(this, head, next));
    ring[head] = element;
    await(PROD_TAIL, head);
    PROD_TAIL.setRelease(this, next);
    return true;
  }

  /** The first element; null if there is none. */
  @SuppressWarnings("unchecked") // only elements are put there
  public @Nullable E dequeue() {
    int head;
    int next;
    do {
      head = (int) CONS_HEAD.getAcquire(this);
      next = after(head);
      if (head == (int) PROD_TAIL.getAcquire(this)) {
        return null;
      }
    } while (!CONS_HEAD.compareAndSet(this, head, next));
    E element = (E) ring[head];
    await(CONS_TAIL, head);
    CONS_TAIL.setRelease(this, next);
    return element;
  }

  private void await(VarHandle tail, int slot) {
    while ((int) tail.getAcquire(this) != slot) {
      Thread.onSpinWait();
    }
  }
}
