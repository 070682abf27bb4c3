package org.sabring.bench;

/**
 * A queue and the two loops around it. {@link #produce} runs on one thread, {@link #consume} on
 * another; each invocation makes its own, so that it begins empty.
 */
interface Lane {

  /** Puts 0, 1, … into the queue, or a constant that often. */
  void produce(int elements) throws InterruptedException;

  /** Takes so many, and returns their sum. */
  int consume(int elements) throws InterruptedException;
}
