/**
 * The real code, compiled and reordered by the real JVM on the real machine.
 *
 * <p>A class {@code RB…} is a race: it holds the shipped ring as {@code Shipped}, controls, which
 * plant a mistake in the memory under the ring and so leave the ring itself as it is, and the same
 * ring on weaker memory accesses. What the sides call, and what may come of it, is data that the
 * explorer shares: see {@link org.sabring.spec.race}. Here stands what each outcome is due to, and
 * a test fails if an annotation says something else than the explorer. {@link
 * org.sabring.jcstress.RaceLayer} runs them all.
 */
package org.sabring.jcstress;
