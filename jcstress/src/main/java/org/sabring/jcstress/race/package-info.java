/**
 * The races: jcstress tests, each of which says in one file what two sides call on a small ring,
 * what may come of it, and on which mutants it is run beside the shipped ring. A register is what a
 * call answered, an element as a number; null stands for a call that was not made, because the side
 * had given up. A new race is a class here, named after its rule. Depends on {@code fixture}; the
 * runner and the explorer take the class files.
 */
package org.sabring.jcstress.race;
