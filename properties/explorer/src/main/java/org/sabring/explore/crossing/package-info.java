/**
 * The way of values and code into a world of rewritten classes, and out of it; and code that is
 * named and not written. What may cross is a list in {@code Crossing}: it may grow, but nothing
 * with an identity may be in it. The search uses this package when it sets a program up, and {@link
 * org.sabring.explore.Program} and {@link org.sabring.explore.Operation} for what is named. It
 * knows nothing of either but the two interfaces of code.
 */
@NullMarked
package org.sabring.explore.crossing;

import org.jspecify.annotations.NullMarked;
