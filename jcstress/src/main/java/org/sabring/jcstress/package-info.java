/**
 * The runner of the races: jcstress in a JVM of its own, the judge of its results, and the layer
 * {@code race}. {@link org.sabring.jcstress.Forks} puts the edited classes of a mutant before the
 * shipped ones, and so the same test runs; {@link org.sabring.jcstress.Door} gives the same class
 * files to the explorer. A new race is named in {@link org.sabring.jcstress.RaceTrial}. Depends on
 * {@code race} and {@code fixture}; nothing depends on it, {@code ServiceLoader} finds its layer.
 */
package org.sabring.jcstress;
