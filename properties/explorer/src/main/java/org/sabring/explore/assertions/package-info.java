/**
 * The explorer in an ordinary test: {@code assertThatSchedulesOf(...)}, with whatever test
 * framework there is, for none is needed.
 *
 * <p>What may be changed: how findings are told, and what else can be asked. It is built on the
 * public interface of {@code org.sabring.explore} alone; the command line prints its lines, too
 * ({@link org.sabring.explore.assertions.TestLines}).
 */
@NullMarked
package org.sabring.explore.assertions;

import org.jspecify.annotations.NullMarked;
