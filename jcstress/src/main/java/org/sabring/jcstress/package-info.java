/**
 * The real code, compiled and reordered by the real JVM on the real machine.
 *
 * <p>A class {@code RB…} is a race: a jcstress test that says in one file what the two sides call,
 * what may come of it, and on which mutants it is run beside the shipped ring. A register is what a
 * call answered, an element as a number; null stands for a call that was not made, because the side
 * had given up. A mutant is an edit of shipped source: {@link org.sabring.jcstress.Forks} puts its
 * classes before the shipped ones, and so it is the same test that runs. {@link
 * org.sabring.jcstress.RaceLayer} runs them all.
 */
package org.sabring.jcstress;
