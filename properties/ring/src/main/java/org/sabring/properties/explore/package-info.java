/**
 * What every program of ours has in the explorer: the ring's memory as its words, and stories in
 * the form of the verdict.
 */
@NullMarked
package org.sabring.properties.explore;

import org.jspecify.annotations.NullMarked;
