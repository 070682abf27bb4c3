/**
 * The state space of a program: its states, the steps between them, and the ways to go through it.
 * {@code LoadedProgram} and {@code Player} run code, {@code Transitions} finds steps, {@code
 * NextState} takes them, and {@link org.sabring.explore.search.Search} says who may ask. What a
 * state holds may be changed, if equal states still have the same future. The classes of {@code
 * org.sabring.explore} that explore depend on this package; others look at {@code State}s alone.
 */
@NullMarked
package org.sabring.explore.search;

import org.jspecify.annotations.NullMarked;
