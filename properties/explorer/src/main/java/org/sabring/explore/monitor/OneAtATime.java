package org.sabring.explore.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An oracle for sequential histories: an object that is called one call at a time. What it says of
 * the same calls must always be the same, and may be asked from several threads.
 */
@FunctionalInterface
public interface OneAtATime {

  /** The answer of a call that would wait for ever. */
  String BLOCKS = "BLOCKS";

  /**
   * A call, and who calls: two sides may mean different objects, or code, by the same name.
   *
   * @param call what {@link org.sabring.explore.Operation#call} says
   */
  record Turn(int side, Object call) {}

  /**
   * What a fresh object answers, after those calls in that order, each of them finished before the
   * next; in the form in which a monitor hears it. {@link #BLOCKS} if the call would wait for ever.
   */
  @Nullable Object answer(List<Turn> before, Turn next);

  /**
   * The state that an object is in after those calls: a value, equal for other calls only if both
   * objects answer all that may come alike. A canonical form of the object's heap is such a value;
   * the calls themselves always are.
   */
  default Object state(List<Turn> turns) {
    return turns;
  }
}
