/**
 * From TLA+ to SMT: reads modules with TLC's own parser, and translates their expressions to terms,
 * exactly or not at all.
 *
 * <p>A construct of TLA+ that is not translated yet has its place in the class of its kind: {@code
 * Sets}, {@code Mappings}, {@code Logic}, {@code Assignments}. What is translated and what it means
 * is told in {@code tla/doc/translation.md}. {@link org.sabring.tla.smt} makes obligations of the
 * terms.
 */
package org.sabring.tla.smt.translate;
