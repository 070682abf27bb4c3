/**
 * Shared memory as an array of Int32 words: loads and stores in every mode, and ECMAScript's wait
 * and notify.
 *
 * <p>{@link org.sabring.memory.SharedInts} is the whole interface. Behind it lie an {@code int[]},
 * a direct buffer or a mapped file; a test may put a memory of its own there. {@link
 * org.sabring.memory.WaitStrategy} says how a waiter waits, and what a notifier pays to find it.
 */
package org.sabring.memory;
