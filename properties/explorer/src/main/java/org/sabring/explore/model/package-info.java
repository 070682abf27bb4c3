/**
 * Models of classes of the JDK that cannot be rewritten, as Java that can: code under test gets
 * them in their place. Nobody else uses them.
 */
@NullMarked
package org.sabring.explore.model;

import org.jspecify.annotations.NullMarked;
