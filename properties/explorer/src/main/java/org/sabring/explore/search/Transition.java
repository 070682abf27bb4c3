package org.sabring.explore.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.runtime.Access;

/**
 * A transition: a step from a state, and the state that it leads to.
 *
 * @param memory the memory after it
 * @param to the state after it; null if a promise was broken
 * @param breach which
 * @param trace what else there is to tell of it
 */
public record Transition(
    Step step, Memory memory, @Nullable State to, @Nullable PropertyViolation breach, Trace trace) {

  /**
   * What there is to tell of a step; only for stories.
   *
   * @param happened what the side said and returned on the way to its next step
   * @param unseen what sides did at once after it that no other side could see
   */
  record Trace(List<Position.Happened> happened, List<Unseen> unseen) {}

  /** An access that takes no step of its own. */
  record Unseen(int side, Access access, long answer, Position at, Memory after) {}
}
