package org.sabring.explore.gallery.subject;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A ring for one producer and one consumer, each of which remembers where the other was last. */
@SuppressWarnings("UnusedVariable") // by the handles
public final class SpscRing<E> {

  private static final VarHandle WRITE = Handle.of(MethodHandles.lookup(), "write", long.class);
  private static final VarHandle READ = Handle.of(MethodHandles.lookup(), "read", long.class);

  private final @Nullable Object[] slots;

  /** How many were offered; the producer's. */
  private long write;

  /** How many were taken; the consumer's. */
  private long read;

  /** What the producer has last seen of read. */
  private long knownRead;

  /** What the consumer has last seen of write. */
  private long knownWrite;

  public SpscRing(int capacity) {
    slots = new Object[capacity];
  }

  /** The producer's alone; whether there was room. */
  public boolean offer(E element) {
    long own = (long) WRITE.get(this);
    if (own - knownRead == slots.length) {
      knownRead = (long) READ.getAcquire(this);
      if (own - knownRead == slots.length) {
        return false;
      }
    }
    slots[(int) (own % slots.length)] = element;
    WRITE.setRelease(this, own + 1);
    return true;
  }

  /** The consumer's alone; null if there is none. */
  @SuppressWarnings("unchecked") // only elements are put there
  public @Nullable E poll() {
    long own = (long) READ.get(this);
    if (own == knownWrite) {
      knownWrite = (long) WRITE.getAcquire(this);
      if (own == knownWrite) {
        return null;
      }
    }
    int slot = (int) (own % slots.length);
    E element = (E) slots[slot];
    slots[slot] = null;
    READ.setRelease(this, own + 1);
    return element;
  }
}
