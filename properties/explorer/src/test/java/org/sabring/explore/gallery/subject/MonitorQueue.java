package org.sabring.explore.gallery.subject;

import java.util.ArrayDeque;
import java.util.Queue;

/** A bounded queue for any number of threads: one monitor, which all wait on. */
public final class MonitorQueue<E> {

  private final int capacity;
  private final Queue<E> elements = new ArrayDeque<>();

  public MonitorQueue(int capacity) {
    this.capacity = capacity;
  }

  /** Adds an element, and waits for room. */
  public synchronized void put(E element) throws InterruptedException {
    while (elements.size() == capacity) {
      wait();
    }
    elements.add(element);
    notifyAll();
  }

  /** Takes the first element, and waits for one. */
  public synchronized E take() throws InterruptedException {
    while (elements.isEmpty()) {
      wait();
    }
    E first = elements.remove();
    notifyAll();
    return first;
  }
}
