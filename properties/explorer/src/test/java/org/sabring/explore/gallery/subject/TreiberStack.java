package org.sabring.explore.gallery.subject;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Treiber's stack: a list whose top is moved by compare-and-set. Any thread may call it. */
@SuppressWarnings("UnusedVariable") // by the handles
public final class TreiberStack<E> {

  private static final VarHandle TOP = Handle.of(MethodHandles.lookup(), "top", Node.class);

  private static final class Node<E> {
    final E element;

    /** Written before the node is published, and never after. */
    @Nullable Node<E> below;

    Node(E element) {
      this.element = element;
    }
  }

  private volatile @Nullable Node<E> top;

  /** Lock-free. */
  public void push(E element) {
    Node<E> node = new Node<>(element);
    do {
      node.below = top;
    } while (!TOP.compareAndSet(this, node.below, node));
  }

  /** The last element pushed, or null. Lock-free. */
  public @Nullable E pop() {
    Node<E> node;
    do {
      node = top;
      if (node == null) {
        return null;
      }
    } while (!TOP.compareAndSet(this, node, node.below));
    return node.element;
  }
}
