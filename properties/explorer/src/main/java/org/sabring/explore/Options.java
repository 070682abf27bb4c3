package org.sabring.explore;

/**
 * The bounds of an exploration, and the events from outside that it allows. Waits that have a time
 * may always time out, but for long ones of an exploration that is patient.
 *
 * @param spurious how many spurious wake-ups there may be in a run, or {@link #ANY}; any number
 *     makes a call that waits in a loop an endless program
 * @param interrupts how many interrupts, or {@link #ANY}
 * @param crashes how many sides may stop for good
 * @param states how many states to explore; when there are more, the result is UNKNOWN
 * @param patient whether a wait with a time of half a second or more times out only when nothing
 *     else can happen by itself: the time is there so that a lost wake-up is an answer, and no hang
 * @param merging whether states that are equal are explored once; without, only for tests
 */
public record Options(
    int spurious, int interrupts, int crashes, int states, boolean patient, boolean merging) {

  /** As many spurious wake-ups or interrupts as there may ever be. */
  public static final int ANY = Integer.MAX_VALUE;

  /** Nothing from outside. */
  public static final Options PLAIN = new Options(0, 0, 0, 2_000_000, false, true);

  /** The same, with spurious wake-ups. */
  public Options spurious(int most) {
    return new Options(most, interrupts, crashes, states, patient, merging);
  }

  /** The same, with interrupts. */
  public Options interrupts(int most) {
    return new Options(spurious, most, crashes, states, patient, merging);
  }

  /** The same, with sides that die. */
  public Options crashes(int most) {
    return new Options(spurious, interrupts, most, states, patient, merging);
  }

  /** The same, within a bound. */
  public Options states(int most) {
    return new Options(spurious, interrupts, crashes, most, patient, merging);
  }

  /** The same, and long waits time out at rest only. */
  public Options patiently() {
    return new Options(spurious, interrupts, crashes, states, true, merging);
  }

  /** The same, every path by itself. */
  public Options unmerged() {
    return new Options(spurious, interrupts, crashes, states, patient, false);
  }
}
