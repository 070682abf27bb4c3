package org.sabring.spec.vectors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.StepEvent;
import org.sabring.spec.event.WaitResult;
import org.sabring.spec.law.AccessKind;
import org.sabring.spec.law.RingStep;

/**
 * A test vector: one step of a schedule, with all that somebody needs who replays it.
 *
 * @param step its name
 * @param event the access that it makes; counters count on
 * @param call what the side calls with it, if the step is the first of a call
 * @param returns what the call comes back with, if the step is its last
 * @param memory all words after it
 */
record Vector(
    RingStep step,
    StepEvent event,
    @Nullable Call call,
    @Nullable Answer returns,
    List<Integer> memory) {

  Vector {
    memory = List.copyOf(memory);
  }

  /**
   * A call.
   *
   * @param op put, offer, close, take, poll, cancel
   * @param element what is put or offered; 0 for others
   * @param timed whether its time will be up during a wait
   */
  record Call(String op, int element, boolean timed) {}

  /**
   * What a call comes back with.
   *
   * @param says stored, full, timed-out, cancelled, closed, element, empty, end
   * @param element the element, if it says so
   */
  record Answer(String says, int element) {}

  /** What it does: load, store, add, wait, wake, notify. */
  String access() {
    return isWake() ? "wake" : event.access().label();
  }

  /** How a wait began or ended; null for other steps. */
  @Nullable String result() {
    WaitResult result = event.result();
    boolean sleeps = event.access() == AccessKind.WAIT && result == null;
    return sleeps ? "sleeps" : result == null ? null : result.label();
  }

  private boolean isWake() {
    return step == RingStep.PWake || step == RingStep.CWake;
  }

  /** The same vector, with the call that it begins. */
  Vector calling(Call called) {
    return new Vector(step, event, called, returns, memory);
  }
}
