/**
 * The recording format: reads and writes traces of steps and histories of calls, as JSON Lines from
 * any language. A new key has to be optional, for files of version 1 stay readable; what is
 * malformed is told with its place. Depends on the law alone; the oracles judge what is read here,
 * and the explorer's stories of the ring are made of these events.
 */
package org.sabring.spec.trace;
