/**
 * The judge of traces of steps: what every ring of one producer and one consumer must keep, and,
 * for the two protocols, which step follows which. {@code RingJudge} is the law of {@code
 * AnyRing.tla}; a shape of ring that it accuses wrongly is mended in {@code PositionTracker}. The
 * oracles hand it lines and make a judgement of what it throws.
 */
package org.sabring.spec.oracle.steps;
