/**
 * The shipped classes with a mutant in them: edits of shipped sources, compiled in memory, and
 * loaded together with whatever looks at them. Nothing here is a copy of shipped code.
 */
@NullMarked
package org.sabring.properties.world;

import org.jspecify.annotations.NullMarked;
