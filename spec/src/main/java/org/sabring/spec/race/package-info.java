/**
 * The races: what two threads do to one small ring, and what may come of it. The programs are in
 * {@code races.json}. jcstress makes their calls on the real machine; the explorer makes the same
 * calls under every schedule and every read, and what it finds is kept in {@code outcomes.json}. So
 * model and machine are held against each other, and neither knows the other.
 */
package org.sabring.spec.race;
