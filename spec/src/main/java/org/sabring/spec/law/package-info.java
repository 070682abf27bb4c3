/**
 * The law in Java: rules, words, layout, and the protocol as a machine with the same states and
 * steps as in TLA+. A rule's number is never reused; a step that changes here changes in {@code
 * tla/law} too, and a test compares the two graphs edge for edge. Pure values and functions, which
 * depend on nothing; every other package depends on them.
 */
package org.sabring.spec.law;
