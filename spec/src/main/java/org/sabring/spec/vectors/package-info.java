/**
 * Schedules that cover every step of the law, with the memory after each: what {@code sabring
 * vectors} writes, for somebody who wants to hold a ring in any language against them. The format
 * is in {@code spec/README.md} and replayed in Java and in Node; change all three together. Depends
 * on the law alone; the command line writes it.
 */
package org.sabring.spec.vectors;
