/**
 * The events of recordings: accesses of memory, and calls with their answers, as every reader,
 * oracle and generator of them knows them. A new one has to be told to the reader and the writer in
 * {@code trace}, which depend on this package. Depends on the law and on scalars alone.
 */
package org.sabring.spec.event;
