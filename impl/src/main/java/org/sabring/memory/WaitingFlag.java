package org.sabring.memory;

import java.lang.invoke.VarHandle;

/**
 * Says whether anybody is in the waiter lists of a memory, so that a notifier need not take their
 * lock to know. Up while somebody is; between the two, what the {@link WaitStrategy} puts there.
 */
final class WaitingFlag {

  private final PaddedInt raised = new PaddedInt(0);
  private final boolean fences;
  private final boolean barrier;

  WaitingFlag(WaitStrategy strategy) {
    this.fences = strategy == WaitStrategy.FENCE;
    this.barrier = strategy == WaitStrategy.ASYMMETRIC;
  }

  /** Who will wait, inside the lock, before it compares the word. */
  void raise() {
    raised.set(1); // CRaiseFlag
    if (fences) {
      VarHandle.fullFence(); // CFence
    } else if (barrier) {
      Membarrier.everywhere(); // CFence, and the PFence of every notifier
    }
  }

  /** Inside the lock, when nobody is in the lists any more. */
  void lower() {
    raised.set(0); // CLowerFlag
  }

  /** Who notifies, after it has stored the word, and without the lock. */
  boolean isRaised() {
    if (fences) {
      VarHandle.fullFence(); // PFence
    }
    return raised.get() != 0; // PLoadFlag
  }
}
