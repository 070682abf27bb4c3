package org.sabring.stream;

import java.util.Arrays;

/** Bytes that pass from thread to thread through a {@link ByteQueue}, for the explorer. */
public final class QueueScene {

  private final ByteQueue queue = new ByteQueue();

  /** Two bytes, of which the second is one more. */
  public synchronized String add(int first) {
    queue.add(new byte[] {(byte) first, (byte) (first + 1)});
    notifyAll();
    return "length " + queue.length();
  }

  /** So many bytes, as soon as there are. */
  public synchronized String cut(int count) throws InterruptedException {
    while (queue.available(count, false, false) < count) {
      wait();
    }
    return Arrays.toString(queue.take(count));
  }
}
