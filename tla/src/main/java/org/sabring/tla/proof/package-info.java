/**
 * From TLA+ to SMT: reads the modules of the law, makes obligations of their actions and
 * invariants, and asks two solvers. What a module means is decided here alone; which obligations
 * there are stands in {@code proof.json}. The layer {@code proof} depends on it, and nothing else.
 */
package org.sabring.tla.proof;
