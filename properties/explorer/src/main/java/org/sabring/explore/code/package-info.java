/**
 * The class loader of the code under test, and the rewriting that turns what it shares with other
 * threads into calls of {@link org.sabring.explore.hook}.
 *
 * <p>Whoever adds a hook adds it there first; what stands in place of a call of the JDK, and what
 * is refused, are tables. Nothing else depends on these classes but {@code World}.
 */
package org.sabring.explore.code;
