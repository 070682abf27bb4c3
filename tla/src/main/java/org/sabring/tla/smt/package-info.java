/**
 * The proof of the law: makes obligations of its actions and invariants, and asks two solvers
 * whether they follow. The layer {@code proof} is here.
 *
 * <p>What is to be proved is data, in {@code proof.json}; another solver implements {@code Solver}.
 * Terms come from {@link org.sabring.tla.smt.translate}. Nothing else depends on this package.
 */
package org.sabring.tla.smt;
