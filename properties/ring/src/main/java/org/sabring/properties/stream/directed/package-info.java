/**
 * Small checks of the streams over the ring, for what neither Node nor a test kit can look at: each
 * the same in every run, on one thread, without a clock. A check that watches a rule has its number
 * in its name.
 */
@NullMarked
package org.sabring.properties.stream.directed;

import org.jspecify.annotations.NullMarked;
