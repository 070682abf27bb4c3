package org.sabring.properties.mutant;

import org.sabring.memory.SharedInts;

/** Gives the other side time to step into the gap that a mutant opens. */
final class Dawdle {

  private static final int YIELDS = 20;

  private Dawdle() {}

  /** Lets other threads run while a word holds a value, but not for long. */
  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on whether it yields
  static void whileIs(SharedInts memory, int word, int value) {
    for (int i = 0; i < YIELDS && memory.getOpaque(word) == value; i++) {
      Thread.yield();
    }
  }
}
