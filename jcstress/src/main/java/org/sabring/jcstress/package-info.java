/**
 * The real code, compiled and reordered by the real JVM on the real machine.
 *
 * <p>A class {@code RB…} is a race: it holds the shipped ring as {@code Shipped}, the same ring on
 * weaker memory accesses, and controls, which plant a mistake in the memory under the ring and so
 * leave the ring itself as it is. {@link org.sabring.jcstress.RaceLayer} runs them all.
 */
package org.sabring.jcstress;
