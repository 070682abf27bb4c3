/**
 * What rewritten code calls in place of what it did itself: a small class for each subject, and the
 * models that stand in for classes of the JDK. All of it runs on the thread that explores.
 *
 * <p>Names and parameters of public methods are those that {@link org.sabring.explore.code} writes
 * into classes, and change only together with it; nobody else calls them, but for {@code
 * ArrayAccess.arrive} and {@code UnsafeCalls.layout}. What they do to memory and to the run, they
 * do by {@link org.sabring.explore.runtime.Execution}.
 */
package org.sabring.explore.hook;
