/**
 * The generators of jqwik: calls of two sides in any order, for threads and for the explorer, with
 * the schedules they run under; and calls of both sides in one order, for one thread. A new kind of
 * call or start belongs here; what is done with it is in {@code trial}.
 */
package org.sabring.properties.sample;
