/**
 * The class loader of the code under test, and the rewriting that turns what it shares with other
 * threads into calls of {@code org.sabring.explore.runtime.Hooks}. Whoever adds a hook adds it
 * there first; nothing else depends on these classes but {@link org.sabring.explore.code.World}.
 */
package org.sabring.explore.code;
