/**
 * {@code sabring explore --queue}: any class on a class path under the explorer.
 *
 * <p>What may be changed: the options, and how findings are printed. The engine is {@code
 * org.sabring.explore}; the command that these options belong to is {@code ExploreCommand}.
 */
package org.sabring.properties.explore.anyclass;
