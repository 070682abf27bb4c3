/**
 * Shared memory as the explorer knows it: what a load may give, what a store may do. Three models;
 * they follow the TLA+ modules {@code SequentialMemory}, {@code StoreBuffers} (which without
 * buffers is the first) and {@code ReleaseAcquire} edge for edge, and add atomic updates, locations
 * that appear as the program runs, final fields, and sides that end. All else in the explorer knows
 * {@link Memory} and nothing of what is below it.
 */
@NullMarked
package org.sabring.explore.memory;

import org.jspecify.annotations.NullMarked;
