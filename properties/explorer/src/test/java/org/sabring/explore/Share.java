package org.sabring.explore;

/** How much of many alike a test takes: a part in every build, all with {@code sabring.full}. */
public final class Share {

  private static final boolean FULL = Boolean.getBoolean("sabring.full");

  private Share() {}

  /** So many of random ones, which are others in each build. */
  public static int of(int all) {
    return FULL ? all : all / 5;
  }

  /** Whether it takes one of a family, by its number: each build takes others. */
  public static boolean takes(int number, long seed) {
    return FULL || Math.floorMod(number - seed, 5) == 0;
  }
}
