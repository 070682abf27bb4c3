package org.sabring.explore;

import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Memory;

/**
 * A step from a state, and where it leads.
 *
 * @param memory the memory after it
 * @param to the state after it; null if a promise was broken
 * @param breach which
 */
record Move(Step step, Memory memory, @Nullable State to, @Nullable Breach breach) {}
