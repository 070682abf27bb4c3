package org.sabring.stream.sab;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.memory.Awaited;
import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.Consumer;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Producer;
import org.sabring.ring.RingLayout;
import org.sabring.ring.Taken;

/**
 * A ring on one thread: nobody can block on it, and the other side can move in the gap between
 * finding it empty, or full, and asking to be told.
 */
public final class WatchedRing {

  private final class Watched extends ForwardingInts {
    Watched(SharedInts memory) {
      super(memory);
    }

    /** Whoever waits here waits for ever. */
    @Override
    public Awaited await(int index, int expected, long timeoutNanos) {
      blocked++;
      throw new IllegalStateException("blocking wait on word " + index);
    }

    @Override
    public @Nullable AsyncWait awaitAsync(int index, int expected, Runnable onNotified) {
      Runnable move = inTheGap;
      inTheGap = () -> {};
      move.run();
      return super.awaitAsync(index, expected, onNotified);
    }
  }

  private final CursorRing ring;
  private Runnable inTheGap = () -> {};
  private int blocked;

  public WatchedRing(int capacity) {
    RingLayout layout = RingLayout.compact(capacity);
    ring = CursorRing.create(new Watched(SharedInts.heap(layout.length())), layout);
  }

  public Producer producer() {
    return ring.producer();
  }

  public Consumer consumer() {
    return ring.consumer();
  }

  public boolean isClosed() {
    return ring.isClosed();
  }

  public boolean isCancelled() {
    return ring.isCancelled();
  }

  /** How many elements are stored. */
  public int size() {
    return ring.size();
  }

  /** How many have asked to be told of elements, and have not been told. */
  public int readersWaiting() {
    return ring.memory().waiters(ring.layout().write());
  }

  /** How many have asked to be told of room, and have not been told. */
  public int writersWaiting() {
    return ring.memory().waiters(ring.layout().read());
  }

  /** The ring itself, for what nobody watches. */
  public CursorRing ring() {
    return ring;
  }

  /** What the other side does the next time somebody asks to be told, before it is compared. */
  public void inTheGap(Runnable move) {
    inTheGap = move;
  }

  /** How often somebody would have blocked. */
  public int blocked() {
    return blocked;
  }

  /** Puts first to last, as far as there is room. */
  public void put(int first, int last) {
    for (int element = first; element <= last; element++) {
      producer().offer(element);
    }
  }

  /** Takes what is stored. */
  public List<Integer> taken() {
    List<Integer> taken = new ArrayList<>();
    while (consumer().poll() == Taken.ELEMENT) {
      taken.add(consumer().element());
    }
    return taken;
  }
}
