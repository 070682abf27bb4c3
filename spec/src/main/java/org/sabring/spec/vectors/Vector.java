package org.sabring.spec.vectors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.RingStep;
import org.sabring.spec.law.Word;

/**
 * A test vector: one step of a schedule, with all that somebody needs who replays it.
 *
 * @param step its name
 * @param access what it does: load, store, add, wait, wake, notify
 * @param word where
 * @param index which slot; 0 for other words
 * @param value what is loaded or stored; before an addition, what was there; for a wait what it
 *     expects, for a notification how many it wakes
 * @param result how a wait began or ended; null for other steps
 * @param call what the side calls with it, if the step is the first of a call
 * @param returns what the call comes back with, if the step is its last
 * @param memory all words after it
 */
record Vector(
    RingStep step,
    String access,
    Word word,
    int index,
    int value,
    @Nullable String result,
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

  /** The same, now that it is known what is called with it. */
  Vector calling(Call called) {
    return new Vector(step, access, word, index, value, result, called, returns, memory);
  }
}
