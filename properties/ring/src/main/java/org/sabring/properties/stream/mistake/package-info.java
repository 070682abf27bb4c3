/**
 * The shipped streams with a mistake planted in them: one edit of the shipped source, compiled in
 * memory, and loaded together with whatever looks at streams. Nothing here is a copy of a stream.
 */
@NullMarked
package org.sabring.properties.stream.mistake;

import org.jspecify.annotations.NullMarked;
