/**
 * The order of a history's calls that a bounded FIFO allows: of one producer and one consumer by a
 * frontier, in one pass; of several by a search. Exact; what a search costs is said at {@code
 * OrderSearch}, and it gives up rather than guess. Depends on the recording format; the oracle of
 * histories uses it.
 */
package org.sabring.spec.linear;
