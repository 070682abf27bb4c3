package org.sabring.bugs;

import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * JCTools #292: the consumer overtakes the producer.
 *
 * <p>A linked queue is empty if both ends are the same node. The producer links a new node first
 * and moves its own end afterwards, so the consumer can take the element and stand behind the
 * producer's end. The ends differ then, and a queue without elements says that it has some.
 *
 * @see <a href="https://github.com/JCTools/JCTools/issues/292">the report</a>
 */
public final class JcTools292 {

  private JcTools292() {}

  /** An element, and who comes after it. */
  static final class Node {
    final int element;
    final AtomicReference<Node> next = new AtomicReference<>();

    Node(int element) {
      this.element = element;
    }
  }

  /** One side offers, one polls. 0 is no element. */
  abstract static class Queue {
    final AtomicReference<Node> producerNode;
    Node consumerNode;

    Queue() {
      consumerNode = new Node(0);
      producerNode = new AtomicReference<>(consumerNode);
    }

    abstract void offer(int element);

    boolean isEmpty() {
      return consumerNode == producerNode.get();
    }

    /** Nothing, exactly if it is empty: so it waits for a node whose link is still to come. */
    int poll() {
      while (true) {
        Node next = consumerNode.next.get();
        if (next != null) {
          consumerNode = next;
          return next.element;
        }
        if (isEmpty()) {
          return 0;
        }
        Thread.onSpinWait();
      }
    }
  }

  /** The link before the end. */
  static final class LinkFirst extends Queue {
    @Override
    void offer(int element) {
      Node node = new Node(element);
      producerNode.get().next.set(node);
      producerNode.set(node);
    }
  }

  /** The end before the link. */
  static final class EndFirst extends Queue {
    @Override
    void offer(int element) {
      Node node = new Node(element);
      Node last = producerNode.get();
      producerNode.set(node);
      last.next.set(node);
    }
  }

  /** As it was. */
  @JCStressTest
  @Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "Nothing yet.")
  @Outcome(id = "0, 0, 1", expect = Expect.ACCEPTABLE, desc = "Offered after the question.")
  @Outcome(id = "0, 1, 1", expect = Expect.ACCEPTABLE, desc = "Offered before the question.")
  @Outcome(id = "1, 0, 0", expect = Expect.ACCEPTABLE, desc = "Offered before all.")
  @Outcome(id = ".*, 1, 0", expect = Expect.FORBIDDEN, desc = "Not empty, and nothing there.")
  @State
  public static class Buggy {
    private final Queue queue = new LinkFirst();

    @Actor
    public void producer() {
      queue.offer(1);
    }

    @Actor
    public void consumer(III_Result r) {
      r.r1 = queue.poll();
      r.r2 = queue.isEmpty() ? 0 : 1;
      r.r3 = queue.poll();
    }
  }

  /** As it should be. */
  @JCStressTest
  @Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "Nothing yet.")
  @Outcome(id = "0, 0, 1", expect = Expect.ACCEPTABLE, desc = "Offered after the question.")
  @Outcome(id = "0, 1, 1", expect = Expect.ACCEPTABLE, desc = "Offered before the question.")
  @Outcome(id = "1, 0, 0", expect = Expect.ACCEPTABLE, desc = "Offered before all.")
  @Outcome(id = ".*, 1, 0", expect = Expect.FORBIDDEN, desc = "Not empty, and nothing there.")
  @State
  public static class Mended {
    private final Queue queue = new EndFirst();

    @Actor
    public void producer() {
      queue.offer(1);
    }

    @Actor
    public void consumer(III_Result r) {
      r.r1 = queue.poll();
      r.r2 = queue.isEmpty() ? 0 : 1;
      r.r3 = queue.poll();
    }
  }
}
