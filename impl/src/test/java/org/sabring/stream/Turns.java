package org.sabring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** An event loop that runs on the test's thread when the test says so, and its uncaught errors. */
public final class Turns implements Executor {

  /** More than any test needs: a stream that asks itself for ever is found. */
  private static final int MOST_TURNS = 100_000;

  private final Queue<Runnable> turns = new ConcurrentLinkedQueue<>();
  public final List<Throwable> uncaught = new ArrayList<>();
  public final EventLoop loop = EventLoop.on(this).onUncaught(uncaught::add);

  private boolean ended;

  /**
   * Queues a turn.
   *
   * @throws RejectedExecutionException once it has ended
   */
  @Override
  public void execute(Runnable turn) {
    if (ended) {
      throw new RejectedExecutionException("no more");
    }
    turns.add(turn);
  }

  /** From now on the loop has no thread. */
  public void end() {
    ended = true;
  }

  /** Runs a task, and everything that comes of it, until the loop has nothing to do. */
  public void run(Runnable task) {
    loop.post(task);
    runAll();
  }

  /** Runs everything that is queued, and what comes of it. */
  public void runAll() {
    int count = 0;
    for (Runnable turn = turns.poll(); turn != null; turn = turns.poll()) {
      assertThat(count++).as("turns of the loop").isLessThan(MOST_TURNS);
      turn.run();
    }
  }

  /** Runs a task that has to go well. */
  public void runWell(Runnable task) {
    run(task);
    assertThat(uncaught).isEmpty();
  }
}
