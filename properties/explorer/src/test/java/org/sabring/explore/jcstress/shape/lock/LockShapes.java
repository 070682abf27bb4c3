package org.sabring.explore.jcstress.shape.lock;

import static org.sabring.explore.jcstress.shape.Shapes.shape;

import java.util.List;
import org.sabring.explore.jcstress.shape.Shapes.Shape;
import org.sabring.explore.jcstress.shape.Shapes.Why;

/** The shapes of locks, consensus and waiting, and what of them is not expected. */
public final class LockShapes {

  private LockShapes() {}

  /** All of them. */
  public static final List<Shape> ALL =
      List.of(
          // Locks and consensus.
          shape(PetersonOnce.Volatile.class),
          shape(PetersonOnce.Plain.class),
          shape(PetersonOnce.Opaque.class),
          shape(PetersonLock.class),
          shape(DekkerEntry.Volatile.class),
          shape(DekkerEntry.Plain.class),
          shape(DekkerLock.class),
          shape(SpinLocks.CompareAndSet.class),
          shape(SpinLocks.AcquireRelease.class),
          shape(SpinLocks.OpaqueUnlock.class),
          shape(SpinLocks.AskThenTake.class),
          shape(SpinLocks.Ticket.class),
          shape(TryLocks.Once.class),
          shape(TryLocks.TwoSteps.class),
          shape(TryLocks.Reentrant.class),
          shape(TryLocks.Permits.class),
          shape(InheritedCounters.Plain.class).refused(),
          shape(InheritedCounters.Volatile.class).refused(),
          shape(InheritedCounters.Synchronized.class).refused(),
          shape(InheritedCounters.Locked.class).refused(),
          shape(InheritedCounters.Permit.class).refused(),
          shape(InheritedCounters.Repeated.class),
          shape(Monitors.TwoLocks.class),
          shape(Monitors.HalfSynchronizedCounter.class),
          shape(GuardedPairs.Pair.class),
          shape(GuardedPairs.HalfSynchronizedPair.class),
          shape(Monitors.VolatileOutside.class),
          shape(Monitors.EmptyBlocks.class),
          shape(Monitors.OwnLocks.class)
              .remark("Never on x86, where taking a lock drains the store buffer."),
          shape(Monitors.ReadWriteLocked.class),
          shape(Monitors.GuardedWait.class),
          shape(Consensus.CompareAndSet.class),
          shape(Consensus.LookThenWrite.class),
          shape(Consensus.GetAndSet.class),
          // Waiting.
          shape(Flags.Volatile.class),
          shape(Flags.Plain.class).without(Why.READ_ONCE, "STALE"),
          shape(Flags.PlainWithYield.class).without(Why.READ_ONCE, "STALE"),
          shape(Flags.Opaque.class),
          shape(Flags.ReleaseAcquire.class),
          shape(Flags.Synchronized.class).remark("If nobody is kept from the lock for ever."),
          shape(Flags.HalfSynchronized.class).without(Why.READ_ONCE, "STALE"),
          shape(ParkedSleepers.Park.class),
          shape(ParkedSleepers.ParkPlain.class)
              .remark("Of SC and TSO, only TSO can see it: the store of the name is late."),
          shape(ParkedSleepers.ParkWrongOrder.class),
          shape(Sleepers.WaitNotify.class),
          shape(Sleepers.WaitUnguarded.class).remark("A spurious wake-up lets it end as well."),
          shape(Sleepers.AskedOutside.class),
          shape(Sleepers.InterruptSpinning.class),
          shape(Sleepers.InterruptWaiting.class),
          shape(Sleepers.OnCondition.class),
          shape(Sleepers.Latch.class));
}
