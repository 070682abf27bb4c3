/**
 * The mode advisor: which of a program's access modes and fences does its promise need, and which
 * would a weaker one do for?
 *
 * <p>What may be changed: which modes are tried ({@link org.sabring.explore.advisor.Candidate}). It
 * is built on the public interface of {@code org.sabring.explore}; the command line prints its
 * table, and nothing in the engine depends on it.
 */
@NullMarked
package org.sabring.explore.advisor;

import org.jspecify.annotations.NullMarked;
