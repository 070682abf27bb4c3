package org.sabring.explore.jcstress.shape.collection;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/** Stacks that two sides push onto and pop from. */
public class Stacks {

  /** An element and what lies under it. */
  static class Node {
    final String item;
    Node under;

    Node(String item) {
      this.item = item;
    }
  }

  /** Treiber's stack: each side pushes one and pops one. */
  @JCStressTest
  @Outcome(id = "a, b, null", expect = ACCEPTABLE, desc = "each its own")
  @Outcome(id = "b, a, null", expect = ACCEPTABLE, desc = "each the other's")
  @Outcome(expect = FORBIDDEN, desc = "popped twice, or not at all")
  public static class Treiber {

    /** The stack. */
    @State
    public static class Stack {
      private final AtomicReference<Node> top = new AtomicReference<>();

      void push(String item) {
        Node node = new Node(item);
        Node seen;
        do {
          seen = top.get();
          node.under = seen;
        } while (!top.compareAndSet(seen, node));
      }

      String pop() {
        Node seen;
        do {
          seen = top.get();
          if (seen == null) {
            return null;
          }
        } while (!top.compareAndSet(seen, seen.under));
        return seen.item;
      }
    }

    @Actor
    public void left(Stack stack, LLL_Result r) {
      stack.push("a");
      r.r1 = stack.pop();
    }

    @Actor
    public void right(Stack stack, LLL_Result r) {
      stack.push("b");
      r.r2 = stack.pop();
    }

    @Arbiter
    public void end(Stack stack, LLL_Result r) {
      r.r3 = stack.pop();
    }
  }

  /** A stack with a volatile top and no compare-and-set. */
  @JCStressTest
  @State
  @Outcome(
      id = {"b, a, null", "a, b, null"},
      expect = ACCEPTABLE,
      desc = "both are there")
  @Outcome(
      id = {"a, null, null", "b, null, null"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "one is lost")
  @Outcome(expect = FORBIDDEN, desc = "neither is there")
  public static class ReadThenWrite {
    private volatile Node top;

    private void push(String item) {
      Node node = new Node(item);
      node.under = top;
      top = node;
    }

    @Actor
    public void left() {
      push("a");
    }

    @Actor
    public void right() {
      push("b");
    }

    @Arbiter
    public void end(LLL_Result r) {
      Node node = top;
      r.r1 = node.item;
      node = node.under;
      if (node != null) {
        r.r2 = node.item;
        r.r3 = node.under;
      }
    }
  }
}
