package org.sabring.recorder;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A {@link BlockingQueue} with all its calls. */
record RecordableBlockingQueue<E>(BlockingQueue<E> queue) implements RecordableQueue<E> {

  @Override
  public boolean offer(E element) {
    return queue.offer(element);
  }

  @Override
  public boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
    return queue.offer(element, timeout, unit);
  }

  @Override
  public boolean put(E element) throws InterruptedException {
    queue.put(element);
    return true;
  }

  @Override
  public @Nullable E poll() {
    return queue.poll();
  }

  @Override
  public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
    return queue.poll(timeout, unit);
  }

  @Override
  public E take() throws InterruptedException {
    return queue.take();
  }

  @Override
  public int drain(Consumer<? super E> each, int most) {
    List<E> drained = new ArrayList<>();
    queue.drainTo(drained, most);
    drained.forEach(each);
    return drained.size();
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
