/**
 * The ways to go through the states of a program: all of them, breadth first, and to a finding with
 * the fewest switches. They use what is public in {@link org.sabring.explore.search} and nothing
 * below it, and keep no state of the program themselves. Another strategy may be added beside them.
 * {@link org.sabring.explore.Explorer} and {@link org.sabring.explore.Smallest} depend on this
 * package.
 */
@NullMarked
package org.sabring.explore.strategy;

import org.jspecify.annotations.NullMarked;
