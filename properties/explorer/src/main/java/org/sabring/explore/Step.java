package org.sabring.explore;

import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Stage;

/**
 * An executed step of a side.
 *
 * @param side whose it is
 * @param option which one, where there is more than one: {@link #FIRST} for the ordinary one, a
 *     number or letter after it for the others, or one of those below
 * @param access what was done; null if the side has chosen what to call, or if something happened
 *     to it
 * @param answer what the memory answered; for a wait that goes to sleep, -1; the number of a choice
 * @param age how many stores are newer than the one that was read
 */
public record Step(int side, char option, @Nullable Access access, long answer, int age) {

  /** The ordinary option: the newest store is read, a store becomes the newest. */
  public static final char FIRST = '0';

  /** All that may stand for an ordinary option, in order. */
  private static final String ORDINARY = "0123456789abceghjklmnopqruvwyz";

  /** The oldest store in the side's buffer reaches the memory. */
  public static final char DRAINS = 'd';

  /** A compare-and-set that may fail for no reason does. */
  public static final char FAILS = 'f';

  /** It wakes although nobody notified it. */
  public static final char SPURIOUS = 's';

  /** Its time is up. */
  public static final char TIMES_OUT = 't';

  /** It is interrupted. */
  public static final char INTERRUPTED = 'i';

  /** It stops for good. */
  public static final char DIES = 'x';

  /** The answer of a wait that has begun. */
  public static final int ASLEEP = -1;

  /** An ordinary option by its number, and the answer that comes with it. */
  public static Step ordinary(int side, int option, @Nullable Access access, long answer, int age) {
    return new Step(side, ORDINARY.charAt(option), access, answer, age);
  }

  /** Whether it happens by itself, rather than because somebody from outside wants it to. */
  public boolean isOwn() {
    return option != SPURIOUS && option != INTERRUPTED && option != DIES;
  }

  /** Whether it is a plain load: a compiler may make one of several. */
  public boolean isPlainLoad() {
    return access != null && access.kind() == Access.Kind.LOAD && access.mode() == Mode.PLAIN;
  }

  /** Whether it is the beginning of a wait, and the side sleeps after it. */
  public boolean sleeps() {
    return access != null && access.isWait() && answer == ASLEEP;
  }

  /** Whether it is a question that has joined a waiter list. */
  public boolean isListed() {
    return access != null && access.kind() == Access.Kind.ASK && answer == Stage.LISTED;
  }

  /** Whether the side has chosen what to call next: a step that nobody else can see. */
  public boolean isChoice() {
    return access == null && ORDINARY.indexOf(option) >= 0;
  }

  /** Whether the side does something to the memory with it. */
  public boolean isAccess() {
    return access != null;
  }
}
