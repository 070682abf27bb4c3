package org.sabring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** A loop that runs on the test's thread when the test says so, and what went wrong on it. */
final class Turns implements Executor {

  private final Queue<Runnable> turns = new ConcurrentLinkedQueue<>();
  final List<Throwable> uncaught = new ArrayList<>();
  final EventLoop loop = EventLoop.on(this).onUncaught(uncaught::add);

  @Override
  public void execute(Runnable turn) {
    turns.add(turn);
  }

  /** Runs a task, and everything that comes of it, until the loop has nothing to do. */
  void run(Runnable task) {
    loop.post(task);
    runAll();
  }

  void runAll() {
    for (Runnable turn = turns.poll(); turn != null; turn = turns.poll()) {
      turn.run();
    }
  }

  /** Runs a task that has to go well. */
  void runWell(Runnable task) {
    run(task);
    assertThat(uncaught).isEmpty();
  }
}
