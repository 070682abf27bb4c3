package org.sabring.explore;

/**
 * A state-space reduction: the states that it leaves out show nothing that others do not. Each can
 * be switched off by itself ({@link Code#without}), and tests compare what is found with and
 * without it. The merging of equal states is another ({@link Options#unmerged}).
 */
public enum Reduction {
  /** Accesses to locations that one side alone uses, or that nobody writes, take no step. */
  PRIVATE,

  /**
   * Plain accesses take no step on a memory that finds races: in a program without races they have
   * one outcome, whenever they are made. In one with races, some race is found all the same.
   */
  PLAIN,

  /** A loop that is where it was before is taken for that. */
  LOOPS,

  /** What a call made, and nobody else can reach, is forgotten when the call returns. */
  GARBAGE
}
