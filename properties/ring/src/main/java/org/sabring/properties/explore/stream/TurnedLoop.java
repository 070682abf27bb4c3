package org.sabring.properties.explore.stream;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.sabring.explore.runtime.Stage;
import org.sabring.properties.explore.stream.Said.Kind;
import org.sabring.stream.EventLoop;

/** The shipped event loop, on an executor that the explorer turns by hand. */
final class TurnedLoop {

  /**
   * They tell one task from another, and how often the ring was polled in it. Between two tasks
   * that says nothing: the next one has another number than all before it, and polls from 0.
   */
  private static final Set<String> OF_ONE_TASK =
      Set.of("EventLoop.begun", "RingSource.task", "RingSource.polls");

  private final Stage stage;
  private final Queue<Runnable> turns = new ArrayDeque<>();

  /** What is still posted from outside. */
  private final Queue<Runnable> left = new ArrayDeque<>();

  private final EventLoop events;

  TurnedLoop(Stage stage) {
    this.stage = stage;
    events = EventLoop.on(turns::add).onUncaught(e -> stage.say(Said.failure(Kind.UNCAUGHT, e)));
  }

  EventLoop events() {
    return events;
  }

  /**
   * Runs the loop until the explorer stops it.
   *
   * @param first what its first task does
   * @param acts what somebody posts from outside, in this order, each at any time
   */
  Object run(Runnable first, List<Runnable> acts) {
    events.post(first);
    left.addAll(acts);
    while (true) {
      boolean busy = !turns.isEmpty();
      if (busy && left.isEmpty() && !stage.hasAsked()) {
        turns.remove().run(); // nothing else may happen now
        continue;
      }
      switch (stage.turn(busy, !left.isEmpty(), this, OF_ONE_TASK)) {
        case RUN -> turns.remove().run();
        case ACT -> events.post(left.remove());
        case TOLD -> {}
      }
    }
  }
}
