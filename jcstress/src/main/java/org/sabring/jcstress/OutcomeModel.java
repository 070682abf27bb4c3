package org.sabring.jcstress;

import java.util.List;
import java.util.Set;

/** The outcomes that a memory model allows of a race, as jcstress prints them. */
@FunctionalInterface
interface OutcomeModel {

  /** The memories, from the strongest to the weakest: what one allows the next allows too. */
  List<String> MEMORIES = List.of("SC", "TSO", "RA");

  /**
   * What a memory allows.
   *
   * @param race the test
   * @param mutant what is planted in the ring; empty for the shipped ring
   * @param memory one of {@link #MEMORIES}
   * @return empty if the model does not say
   */
  Set<String> outcomes(Class<?> race, String mutant, String memory);

  /** Whether these are all that any memory allows, and not those that were found within a bound. */
  default boolean isAll(Class<?> race, String mutant) {
    return true;
  }

  /**
   * Computes, as many at once as there are processors, what will be asked of these trials. What
   * cannot be computed is told when it is asked for.
   */
  default void prepare(List<RaceTrial> trials) throws InterruptedException {}
}
