package org.sabring.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An event loop, which runs tasks one at a time, in Node's order: after each task, everything that
 * it put off to {@link #nextTick}, and what that put off in turn, before the next task.
 *
 * <p>It borrows its threads from an executor, one task a run, and is serial whatever the executor
 * is: a run begins only after the one before has ended, and sees all that it did. No code here
 * blocks (RB606).
 *
 * <p>When the executor rejects a run, the loop has no thread left. Then the thread whose call was
 * rejected stands in: every stream on the loop is destroyed with the {@link
 * RejectedExecutionException}, and what is queued runs, there and then. So whoever waits for a
 * stream hears of it, and nothing hangs. Later tasks try the executor again.
 */
public final class EventLoop implements AutoCloseable {

  private final Executor executor;

  /** What {@link #close} ends; null for an executor that is not ours. */
  private final @Nullable ExecutorService own;

  /** Posted and not begun; its own monitor guards it, {@link #scheduled} and {@link #streams}. */
  private final Queue<Runnable> tasks = new ArrayDeque<>();

  /** Who hears of a rejected run. */
  private final Set<Consumer<Throwable>> streams = new LinkedHashSet<>();

  /** Whether a run is under way, or handed to the executor: there is at most one. */
  private boolean scheduled;

  /** What the running task put off. Used by the run alone. */
  private final Queue<Runnable> ticks = new ArrayDeque<>();

  /** How many tasks have begun. Used by the run alone. */
  private long begun;

  /** The thread of the run that is under way. */
  private volatile @Nullable Thread thread;

  private volatile Consumer<Throwable> uncaught =
      e -> {
        Thread here = Thread.currentThread();
        here.getUncaughtExceptionHandler().uncaughtException(here, e);
      };

  private EventLoop(Executor executor, @Nullable ExecutorService own) {
    this.executor = executor;
    this.own = own;
  }

  /** A loop on threads of this executor, which stays the caller's to end. */
  public static EventLoop on(Executor executor) {
    return new EventLoop(executor, null);
  }

  /** A loop on a daemon thread of its own, with that name. */
  public static EventLoop create(String name) {
    ExecutorService own =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    return new EventLoop(own, own);
  }

  /**
   * Who hears of exceptions that listeners throw and of errors that nobody listens to. Any thread.
   * Without it, the handler of uncaught exceptions of the loop's thread. The loop goes on.
   */
  public EventLoop onUncaught(Consumer<Throwable> handler) {
    uncaught = handler;
    return this;
  }

  /** Queues a task. Any thread may call it; it does not wait for the task. */
  public void post(Runnable task) {
    synchronized (tasks) {
      tasks.add(task);
      if (scheduled) {
        return;
      }
      scheduled = true;
    }
    schedule();
  }

  /**
   * Puts work off until the running task is done. Loop thread only.
   *
   * @throws IllegalStateException on any other thread
   */
  public void nextTick(Runnable tick) {
    check();
    ticks.add(tick);
  }

  /** Whether the caller is a task of this loop. */
  public boolean isCurrent() {
    return thread == Thread.currentThread();
  }

  /** How many tasks have begun: another number in each of them. Loop thread only. */
  public long begun() {
    return begun;
  }

  /** Streams belong to their loop. */
  void check() {
    if (!isCurrent()) {
      throw new IllegalStateException(
          "thread=" + Thread.currentThread().getName() + ", expected a task of the stream's loop");
    }
  }

  /** From now on this hears when the executor rejects a run. Any thread. */
  void join(Consumer<Throwable> stream) {
    synchronized (tasks) {
      streams.add(stream);
    }
  }

  void leave(Consumer<Throwable> stream) {
    synchronized (tasks) {
      streams.remove(stream);
    }
  }

  /** Tells who hears of uncaught exceptions. */
  void report(Throwable error) {
    uncaught.accept(error);
  }

  /**
   * Ends the loop's own thread after what is queued; does nothing to a caller's executor. What is
   * posted later is rejected. Any thread.
   */
  @Override
  public void close() {
    if (own != null) {
      own.shutdown();
    }
  }

  private void schedule() {
    try {
      executor.execute(this::turn);
    } catch (RejectedExecutionException e) {
      standIn(e);
    }
  }

  /** One task, and the next run if there is more to do. */
  private void turn() {
    Runnable task;
    synchronized (tasks) {
      task = tasks.remove();
    }
    run(task);
    synchronized (tasks) {
      scheduled = !tasks.isEmpty();
      if (!scheduled) {
        return;
      }
    }
    schedule();
  }

  /** No run is under way or to come, so this thread may be the loop's. */
  private void standIn(RejectedExecutionException error) {
    List<Consumer<Throwable>> told;
    synchronized (tasks) {
      told = new ArrayList<>(streams);
    }
    told.forEach(stream -> run(() -> stream.accept(error)));
    while (true) {
      Runnable task;
      synchronized (tasks) {
        if (tasks.isEmpty()) {
          scheduled = false;
          return;
        }
        task = tasks.remove();
      }
      run(task);
    }
  }

  private void run(Runnable task) {
    thread = Thread.currentThread();
    begun++;
    try {
      Runnable next = task;
      while (next != null) {
        runGuarded(next);
        next = ticks.poll();
      }
    } finally {
      thread = null;
    }
  }

  private void runGuarded(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) { // a listener's, so not the loop's affair
      report(e);
    }
  }
}
