/**
 * Values and times as recordings write them: JSON scalars with exact equality, decimals and moments
 * with an exact order. Nothing here is rounded, and nothing else knows how JSON writes a number.
 * Depends on nothing; the recording format and the oracles use it.
 */
package org.sabring.spec.scalar;
