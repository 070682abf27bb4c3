package org.sabring.bugs;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * JCTools #310: a peek into the future, through a chunk that is used again.
 *
 * <p>A queue of chunks keeps those that are used up and gives them to the producer again. A peek
 * finds the chunk of the consumer index, makes sure that it is that one, and reads the element. In
 * between the chunk can be used up, and filled with an element that comes after others.
 *
 * <p>The chunks hold one element here, and one of them is kept.
 *
 * @see <a href="https://github.com/JCTools/JCTools/issues/310">the report</a>
 */
public final class JcTools310 {

  private JcTools310() {}

  /** One element. */
  static final class Chunk {
    final AtomicLong index = new AtomicLong();
    final AtomicInteger element = new AtomicInteger();
    final AtomicReference<Chunk> next = new AtomicReference<>();

    void fill(long toIndex, int toElement) {
      index.set(toIndex);
      element.set(toElement);
    }
  }

  /** One side offers, one polls, any may peek. 0 is no element. */
  abstract static class Queue {
    final AtomicLong consumerIndex = new AtomicLong();
    final AtomicReference<Chunk> consumerChunk = new AtomicReference<>(new Chunk());
    final AtomicReference<Chunk> kept = new AtomicReference<>();
    Chunk producerChunk;
    long producerIndex;

    /** With two elements in it, so that it never is empty: 1 and 2. */
    Queue() {
      producerChunk = consumerChunk.get();
      producerChunk.fill(producerIndex++, 1);
      offer(2);
    }

    final void offer(int element) {
      Chunk chunk = kept.getAndSet(null);
      if (chunk == null) {
        chunk = new Chunk();
      }
      chunk.fill(producerIndex++, element);
      producerChunk.next.set(chunk);
      producerChunk = chunk;
    }

    int poll() {
      Chunk chunk = consumerChunk.get();
      int element = chunk.element.get();
      consumerChunk.set(chunk.next.get());
      consumerIndex.set(consumerIndex.get() + 1);
      chunk.next.set(null);
      kept.set(chunk);
      return element;
    }

    int peek() {
      while (true) {
        long index = consumerIndex.get();
        Chunk chunk = consumerChunk.get();
        if (chunk.index.get() == index) {
          int element = chunk.element.get();
          if (isStill(index)) {
            return element;
          }
        }
        Thread.onSpinWait();
      }
    }

    abstract boolean isStill(long index);
  }

  /** Believes what it has read. */
  static final class Believing extends Queue {
    @Override
    boolean isStill(long index) {
      return true;
    }
  }

  /** Looks at the index again. */
  static final class LookingAgain extends Queue {
    @Override
    boolean isStill(long index) {
      return consumerIndex.get() == index;
    }
  }

  /** As it was. */
  @JCStressTest
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "Before the poll.")
  @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "After the poll.")
  @Outcome(id = "3", expect = Expect.FORBIDDEN, desc = "2 is before it.")
  @State
  public static class Buggy {
    private final Queue queue = new Believing();

    @Actor
    public void producer() {
      queue.offer(3);
    }

    @Actor
    public void consumer() {
      queue.poll();
    }

    @Actor
    public void onlooker(I_Result r) {
      r.r1 = queue.peek();
    }
  }

  /** As it should be. */
  @JCStressTest
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "Before the poll.")
  @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "After the poll.")
  @Outcome(id = "3", expect = Expect.FORBIDDEN, desc = "2 is before it.")
  @State
  public static class Mended {
    private final Queue queue = new LookingAgain();

    @Actor
    public void producer() {
      queue.offer(3);
    }

    @Actor
    public void consumer() {
      queue.poll();
    }

    @Actor
    public void onlooker(I_Result r) {
      r.r1 = queue.peek();
    }
  }
}
