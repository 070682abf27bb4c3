/**
 * The door for compiled jcstress tests: reads their annotations from the class files, makes a
 * program of each, and compares the outcomes that a memory allows with those that are annotated.
 *
 * <p>What may be changed: what is read of an annotation ({@link
 * org.sabring.explore.jcstress.StressTest}), and how outcomes are graded ({@link
 * org.sabring.explore.jcstress.Expectation}). Nothing here depends on jcstress itself, which is on
 * the class path of the tests; the command line prints what comes of it.
 */
@NullMarked
package org.sabring.explore.jcstress;

import org.jspecify.annotations.NullMarked;
