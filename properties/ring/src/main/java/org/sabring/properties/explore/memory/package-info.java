/**
 * Shared memory as the explorer knows it: what a load may give, what a store may do. Three models,
 * with the same semantics as the TLA+ modules {@code SequentialMemory}, {@code StoreBuffers} and
 * {@code ReleaseAcquire}.
 */
package org.sabring.properties.explore.memory;
