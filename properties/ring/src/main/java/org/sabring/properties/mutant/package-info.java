/**
 * Rings with one deliberate mistake each, planted in the memory under the shipped code: a wrapper
 * alters what one access does, and so makes the mistake of the control of the same name in {@code
 * tla/controls}.
 */
package org.sabring.properties.mutant;
