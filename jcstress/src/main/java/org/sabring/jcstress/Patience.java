package org.sabring.jcstress;

/**
 * How often a side asks again before it gives up. The two sides meet once for many samples, and
 * then each runs along its own. A side that asks again waits for the other and so stays at its
 * heels, where the races are; the bound keeps a sample short when the other is not running at all.
 */
final class Patience {

  static final int ATTEMPTS = 32;

  private Patience() {}
}
