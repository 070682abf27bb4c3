package org.sabring.recorder;

import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A {@link Queue} with those of its calls that are a queue's. */
record RecordableCollection<E>(Queue<E> queue) implements RecordableQueue<E> {

  @Override
  public boolean offer(E element) {
    return queue.offer(element);
  }

  @Override
  public @Nullable E poll() {
    return queue.poll();
  }

  @Override
  public @Nullable E peek() {
    return queue.peek();
  }

  @Override
  public int size() {
    return queue.size();
  }
}
