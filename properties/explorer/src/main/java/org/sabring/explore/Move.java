package org.sabring.explore;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.runtime.Access;

/**
 * A step from a state, and where it leads.
 *
 * @param memory the memory after it
 * @param unseen what sides did at once after it that no other side could see; only for stories
 * @param to the state after it; null if a promise was broken
 * @param breach which
 */
record Move(
    Step step, Memory memory, List<Unseen> unseen, @Nullable State to, @Nullable Breach breach) {

  /** An access that takes no step of its own. */
  record Unseen(int side, Access access, long answer, Position at, Memory after) {}
}
