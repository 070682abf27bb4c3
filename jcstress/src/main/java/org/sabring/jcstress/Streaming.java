package org.sabring.jcstress;

import static org.sabring.spec.race.RaceProgram.ASLEEP;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sabring.ring.CursorRing;
import org.sabring.stream.EventLoop;
import org.sabring.stream.SabReadable;

/**
 * The ring's consumer as a stream, on a loop whose thread is the side's own. Left asleep is a loop
 * that nobody gives anything to do, although there is something in the ring for its stream.
 */
final class Streaming {

  private final Cast cast;
  private final CursorRing ring;
  private final Thread thread = Thread.currentThread();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final List<String> events = new ArrayList<>();
  private boolean closed;

  Streaming(Cast cast, CursorRing ring) {
    this.cast = cast;
    this.ring = ring;
  }

  /** Reads to the last event; all events, in order. */
  Object events(boolean failing) {
    EventLoop loop = EventLoop.on(this::execute);
    loop.post(() -> open(loop, failing));
    long begun = System.nanoTime();
    while (!closed) {
      Runnable task = awaitTask();
      if (task != null) {
        task.run();
      } else if (Asking.hasNews(ring) || System.nanoTime() - begun > cast.patience) {
        return ASLEEP;
      }
    }
    return String.join(" ", events);
  }

  private void execute(Runnable task) {
    tasks.add(task);
    LockSupport.unpark(thread);
  }

  private @Nullable Runnable awaitTask() {
    long deadline = System.nanoTime() + cast.nap;
    Runnable task = tasks.poll();
    for (long left = cast.nap; task == null && left > 0; left = deadline - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
      task = tasks.poll();
    }
    return task;
  }

  private void open(EventLoop loop, boolean failing) {
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
              if (failing) {
                stream.destroy(new IllegalStateException("a failing stream"));
              }
            });
  }
}
