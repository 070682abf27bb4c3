package org.sabring.properties.mutant;

/** Gives the other side time to step into the gap that a mutant opens. */
final class Dawdle {

  private static final int YIELDS = 8;

  private Dawdle() {}

  /** Lets other threads run. No access to the memory: it would be a step of its own. */
  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on whether it yields
  static void aMoment() {
    for (int i = 0; i < YIELDS; i++) {
      Thread.yield();
    }
  }
}
