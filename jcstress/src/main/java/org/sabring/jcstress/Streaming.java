package org.sabring.jcstress;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sabring.ring.CursorRing;
import org.sabring.stream.EventLoop;
import org.sabring.stream.SabReadable;

/**
 * The ring's consumer as a stream, on a loop whose thread is the side's own. Left asleep is a loop
 * that nobody gives anything to do, although there is something in the ring for its stream.
 */
final class Streaming {

  private final CursorRing ring;
  private final Thread thread = Thread.currentThread();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final List<String> events = new ArrayList<>();
  private boolean closed;

  Streaming(CursorRing ring) {
    this.ring = ring;
  }

  /**
   * Reads to the last event; all events, in order.
   *
   * @param onData is given the stream after each element
   */
  Object events(Consumer<SabReadable> onData) {
    EventLoop loop = EventLoop.on(this::execute);
    loop.post(() -> open(loop, onData));
    int naps = 0;
    while (!closed && naps < Calls.NAPS) {
      Runnable task = awaitTask(Calls.NAP);
      if (task == null && hasNews()) {
        task = awaitTask(Calls.GRACE * Calls.NAP);
        naps = task == null ? Calls.NAPS : naps;
      }
      if (task != null) {
        task.run();
      } else {
        naps++;
      }
    }
    return closed ? String.join(" ", events) : Calls.ASLEEP;
  }

  /** Whether a consumer would not find the ring empty. */
  private boolean hasNews() {
    return ring.size() > 0 || ring.isClosed();
  }

  private void execute(Runnable task) {
    tasks.add(task);
    LockSupport.unpark(thread);
  }

  private @Nullable Runnable awaitTask(long nanos) {
    long deadline = System.nanoTime() + nanos;
    Runnable task = tasks.poll();
    for (long left = nanos; task == null && left > 0; left = deadline - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
      task = tasks.poll();
    }
    return task;
  }

  private void open(EventLoop loop, Consumer<SabReadable> onData) {
    SabReadable stream = new SabReadable(loop, ring.consumer());
    stream.end().on(end -> events.add("end"));
    stream.error().on(error -> events.add("error"));
    stream
        .close()
        .on(
            close -> {
              events.add("close");
              closed = true;
            });
    stream
        .data()
        .on(
            element -> {
              events.add(element.toString());
              onData.accept(stream);
            });
  }
}
