/**
 * The layer {@code conformance}: the shipped ring is the law, edge for edge.
 *
 * <p>Three graphs are made at the same bounds. TLC makes the law's from the TLA+ text ({@link
 * org.sabring.tla.tlc.LawGraph} reads it). The reference machine makes its own ({@link
 * org.sabring.spec.law.MachineGraph}). The explorer makes the ring's: it runs the shipped classes
 * with two sides that choose what to call ({@code Menus}), and {@code RingObserver} sees of each
 * state what the law has a name for. {@link org.sabring.properties.conform.Conformance} says what
 * it means that they are the same, and what makes the ring's finite.
 *
 * <p>A difference is shown as a shortest way to it, and says who of the two takes the step.
 */
package org.sabring.properties.conform;
