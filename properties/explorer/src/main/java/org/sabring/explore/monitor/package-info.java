/**
 * The ready-made monitors: that a history is linearizable, or where sides cannot tell the time
 * keeps the order of the program, to a queue or to the class itself run one call at a time, and
 * that two monitors agree. They hear of calls and answers alone, know of the program which calls it
 * makes, and depend on {@link org.sabring.explore.Monitor} and {@link org.sabring.explore.Program};
 * nothing in the engine depends on them. Another sequential model may be added beside {@code
 * BoundedFifo}.
 */
@NullMarked
package org.sabring.explore.monitor;

import org.jspecify.annotations.NullMarked;
