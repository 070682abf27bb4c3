package org.sabring.properties.stream.directed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.sabring.stream.EventLoop;

/** An event loop that runs when it is told to, on the calling thread. */
final class HandLoop {

  /** More turns than any check here needs: a stream that asks itself for ever is found. */
  private static final int MOST_TURNS = 100_000;

  private final Queue<Runnable> turns = new ArrayDeque<>();
  private final List<Throwable> uncaught = new ArrayList<>();
  private final EventLoop loop = EventLoop.on(turns::add).onUncaught(uncaught::add);

  EventLoop loop() {
    return loop;
  }

  /** One task, and everything that follows from it. Nothing may fail unheard. */
  void run(Runnable task) {
    loop.post(task);
    runAll();
  }

  boolean isIdle() {
    return turns.isEmpty();
  }

  /** Everything that is queued, and what follows from it. */
  void runAll() {
    for (int turn = 0; !turns.isEmpty(); turn++) {
      assertThat(turn).as("turns of the loop").isLessThan(MOST_TURNS);
      turns.remove().run();
    }
    assertThat(uncaught).as("what nobody heard").isEmpty();
  }
}
