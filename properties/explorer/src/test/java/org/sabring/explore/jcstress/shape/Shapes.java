package org.sabring.explore.jcstress.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All shapes of this package, and what of them an exploration is not expected to come to, if it
 * takes the steps of each side in program order on a memory of releases and acquires where all
 * agree on the order of the stores to one location, plain ones among them.
 */
public final class Shapes {

  /** Why an outcome that the model allows is not expected. */
  public enum Why {
    /** A store does not come before a load above it. */
    LOAD_BUFFERING,
    /** Plain accesses to one location are as coherent as opaque ones. */
    BACKWARDS,
    /** A long and a double are of one piece. */
    HALVES,
    /** Each read of a loop is one, and every store is seen some day. */
    READ_ONCE
  }

  /**
   * A test; the results that are allowed and not expected; whether jcstress' own processor takes
   * it; and what else is to be said, or nothing.
   */
  public record Shape(Class<?> test, Map<String, Why> missing, boolean accepted, String remark) {

    private Shape without(Why why, String... results) {
      Map<String, Why> all = new HashMap<>(missing);
      for (String result : results) {
        all.put(result, why);
      }
      return new Shape(test, Map.copyOf(all), accepted, remark);
    }

    private Shape refused() {
      return new Shape(test, missing, false, remark);
    }

    private Shape remark(String words) {
      return new Shape(test, missing, accepted, words);
    }
  }

  private Shapes() {}

  private static Shape shape(Class<?> test) {
    return new Shape(test, Map.of(), true, "");
  }

  /** All of them. */
  public static final List<Shape> ALL =
      List.of(
          // Litmus programs.
          shape(StoreBuffering.Plain.class),
          shape(StoreBuffering.Opaque.class),
          shape(StoreBuffering.ReleaseAcquire.class),
          shape(StoreBuffering.Volatile.class),
          shape(StoreBuffering.HalfVolatile.class),
          shape(StoreBuffering.Swap.class),
          shape(StoreBuffering.SwapThenOpaque.class).remark("Never on x86."),
          shape(StoreBuffering.Three.class),
          shape(MessagePassing.Plain.class),
          shape(MessagePassing.Opaque.class),
          shape(MessagePassing.ReleaseAcquire.class),
          shape(MessagePassing.ReleaseOpaque.class),
          shape(MessagePassing.OpaqueAcquire.class),
          shape(MessagePassing.VolatileFlag.class),
          shape(MessagePassing.VolatileData.class),
          shape(MessagePassing.LazySet.class),
          shape(MessagePassing.ThroughUpdate.class),
          shape(LoadBuffering.Plain.class).without(Why.LOAD_BUFFERING, "1, 1"),
          shape(LoadBuffering.Opaque.class)
              .without(Why.LOAD_BUFFERING, "1, 1")
              .remark("Allowed by the text of VarHandle and by C++; RC11 and JAM forbid it."),
          shape(LoadBuffering.ReleaseAcquire.class),
          shape(LoadBuffering.Volatile.class),
          shape(LoadBuffering.HalfVolatile.class),
          shape(LoadBuffering.Control.class).remark("Out of thin air: 17.4.8 of the JLS."),
          shape(LoadBuffering.Copies.class).remark("Out of thin air: 17.4.8 of the JLS."),
          shape(LoadBuffering.CopyOfConstant.class).without(Why.LOAD_BUFFERING, "1, 1"),
          shape(Coherence.PlainReads.class).without(Why.BACKWARDS, "1, 0"),
          shape(Coherence.OpaqueReads.class),
          shape(Coherence.VolatileReads.class),
          shape(Coherence.OpaqueWrites.class),
          shape(Coherence.PlainWrites.class),
          shape(Coherence.TwoReaders.class),
          shape(Coherence.ReadWrite.class),
          shape(Coherence.PlainReadWrite.class)
              .without(Why.BACKWARDS, "2, 2")
              .remark(
                  "Happens-before does not order the two writes, so a later read may see either."),
          shape(Coherence.WriteRead.class),
          shape(Coherence.PlainOwnWrite.class),
          shape(Coherence.ArrayElement.class),
          shape(TwoPlusTwoWrites.Plain.class),
          shape(TwoPlusTwoWrites.Release.class),
          shape(TwoPlusTwoWrites.Volatile.class),
          shape(TwoPlusTwoWrites.FullFences.class),
          shape(ShapeS.Plain.class),
          shape(ShapeS.Opaque.class),
          shape(ShapeS.ReleaseAcquire.class),
          shape(ShapeS.VolatileFlag.class),
          shape(ShapeR.Opaque.class),
          shape(ShapeR.ReleaseAcquire.class),
          shape(ShapeR.Volatile.class),
          shape(Iriw.Plain.class),
          shape(Iriw.ReleaseAcquire.class),
          shape(Iriw.Volatile.class),
          shape(Iriw.Fences.class),
          shape(Iriw.VolatileAcquire.class),
          shape(Wrc.Opaque.class),
          shape(Wrc.ReleaseAcquire.class),
          shape(Wrc.Volatile.class),
          shape(Wrc.PlainThenVolatile.class).without(Why.BACKWARDS, "1, 1, 0"),
          shape(Isa2.Volatile.class),
          shape(Isa2.ReleaseAcquire.class),
          shape(Isa2.OpaqueHop.class),
          shape(Isa2.ThroughMonitor.class),
          shape(Rwc.ReleaseAcquire.class),
          shape(Rwc.Volatile.class),
          shape(ReleaseSequence.class)
              .remark("2, 0 is allowed by C++20 and by JAM, and forbidden by RC11."),
          shape(FourMessages.class),
          shape(OneRead.OfChar.class),
          shape(OneRead.OfByte.class),
          shape(OneRead.OfShort.class),
          // Publication.
          shape(Publication.Racy.class),
          shape(Publication.Volatile.class),
          shape(Publication.ReleaseAcquire.class),
          shape(Publication.Opaque.class),
          shape(Publication.WrittenAfter.class),
          shape(Publication.TwoFields.class),
          shape(Publication.Array.class),
          shape(Publication.SecondHop.class),
          shape(Publication.ReadTwice.class).without(Why.BACKWARDS, "null"),
          shape(Publication.Synchronized.class),
          shape(PlainCopyOfVolatile.class),
          shape(Finals.Field.class),
          shape(Finals.HalfFinal.class),
          shape(Finals.Array.class)
              .remark("What is behind the final field is seen by 17.5 of the JLS alone."),
          shape(Finals.ArrayLater.class),
          shape(Finals.ListBehind.class)
              .remark("What is behind the final field is seen by 17.5 of the JLS alone."),
          shape(Finals.SecondHop.class)
              .remark("What is behind the final field is seen by 17.5 of the JLS alone."),
          shape(Finals.OfRecord.class),
          shape(Finals.Boxed.class),
          shape(BenignRaces.HashReadOnce.class),
          shape(BenignRaces.HashReadTwice.class).without(Why.BACKWARDS, "0, 42", "42, 0"),
          shape(BenignRaces.LazyFinal.class),
          shape(BenignRaces.LazyPlain.class),
          shape(BenignRaces.LazyReadTwice.class).without(Why.BACKWARDS, "here, null", "null, here"),
          shape(BenignRaces.LazyTwice.class),
          shape(DoubleChecked.Volatile.class),
          shape(DoubleChecked.Plain.class),
          shape(DoubleChecked.FinalHolder.class)
              .remark("What is behind the final field is seen by 17.5 of the JLS alone."),
          shape(DoubleChecked.AcquireRelease.class),
          shape(DoubleChecked.CompareAndSet.class),
          shape(StateFromConstructor.class),
          shape(Handshake.class),
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
          shape(Monitors.Pair.class),
          shape(Monitors.HalfSynchronizedPair.class),
          shape(Monitors.VolatileOutside.class),
          shape(Monitors.EmptyBlocks.class),
          shape(Monitors.OwnLocks.class)
              .remark("Never on x86, where taking a lock drains the store buffer."),
          shape(Monitors.ReadWriteLocked.class),
          shape(Monitors.GuardedWait.class),
          shape(Consensus.CompareAndSet.class),
          shape(Consensus.LookThenWrite.class),
          shape(Consensus.GetAndSet.class),
          // Fences and updates.
          shape(Fences.FullFull.class),
          shape(Fences.FullNone.class),
          shape(Fences.ReleaseAndAcquire.class),
          shape(Fences.MessageReleaseAcquire.class),
          shape(Fences.MessageStoreStoreLoadLoad.class)
              .remark("By the text of VarHandle; RC11 has no such fences."),
          shape(Fences.MessageReleaseOnly.class),
          shape(Fences.MessageWrongSide.class),
          shape(Fences.LoadBuffering.class),
          shape(Fences.PlainFull.class)
              .remark("A race, which RC11 leaves open; forbidden by the text of VarHandle."),
          shape(SeqLocks.Fenced.class),
          shape(SeqLocks.VolatileSequence.class),
          shape(Updates.Increments.class),
          shape(Updates.GetAndAdd.class),
          shape(Updates.IncrementAndWrite.class),
          shape(Updates.CompareAndExchange.class),
          shape(Updates.WeakAlone.class),
          shape(Updates.WeakTwice.class),
          shape(Updates.WeakLoop.class),
          shape(Updates.Bits.class),
          shape(Updates.Functions.class),
          shape(Updates.IntegerUpdater.class),
          shape(Updates.ReferenceUpdater.class),
          shape(Updates.Aba.class),
          shape(Updates.Adder.class).remark("What a sum in between may be is any of the four."),
          shape(Tearing.PlainLong.class).without(Why.HALVES, "4294967295", "-4294967296"),
          shape(Tearing.PlainDouble.class)
              .without(Why.HALVES, "3.141592025756836", "6.984873503E-315"),
          shape(Tearing.VolatileLong.class),
          shape(Tearing.OpaqueLong.class),
          shape(Tearing.PlainFloat.class),
          shape(Tearing.Bytes.class),
          shape(Tearing.Fields.class),
          shape(Tearing.Bits.class),
          // Waiting.
          shape(Flags.Volatile.class),
          shape(Flags.Plain.class).without(Why.READ_ONCE, "STALE"),
          shape(Flags.PlainWithYield.class).without(Why.READ_ONCE, "STALE"),
          shape(Flags.Opaque.class),
          shape(Flags.ReleaseAcquire.class),
          shape(Flags.Synchronized.class).remark("If nobody is kept from the lock for ever."),
          shape(Flags.HalfSynchronized.class).without(Why.READ_ONCE, "STALE"),
          shape(Sleepers.Park.class),
          shape(Sleepers.ParkPlain.class)
              .remark("Of SC and TSO, only TSO can see it: the store of the name is late."),
          shape(Sleepers.ParkWrongOrder.class),
          shape(Sleepers.WaitNotify.class),
          shape(Sleepers.WaitUnguarded.class).remark("A spurious wake-up lets it end as well."),
          shape(Sleepers.AskedOutside.class),
          shape(Sleepers.InterruptSpinning.class),
          shape(Sleepers.InterruptWaiting.class),
          shape(Sleepers.OnCondition.class),
          shape(Sleepers.Latch.class),
          // Collections.
          shape(ConcurrentMaps.PutIfAbsent.class),
          shape(ConcurrentMaps.AskThenPut.class),
          shape(ConcurrentMaps.Publishes.class),
          shape(ConcurrentMaps.Merge.class),
          shape(ConcurrentLists.CopyOnWrite.class),
          shape(ConcurrentLists.AddIfAbsent.class),
          shape(ConcurrentLists.Unsynchronized.class),
          shape(ConcurrentLists.InSynchronizedCoat.class),
          shape(ConcurrentLists.PollPoll.class),
          shape(ConcurrentLists.PollOne.class),
          shape(ConcurrentLists.OfferPoll.class),
          shape(ConcurrentLists.PutTake.class),
          shape(ConcurrentLists.Future.class),
          shape(Stacks.Treiber.class),
          shape(Stacks.ReadThenWrite.class),
          // Forms.
          shape(ByMeta.Volatile.class),
          shape(ByMeta.Exchange.class),
          shape(ByMeta.Plain.class),
          shape(MetaAnnotated.Volatile.class).refused(),
          shape(MetaAnnotated.Synchronized.class).refused(),
          shape(OwnResult.AsParameter.class),
          shape(OwnResult.Extended.class),
          shape(PackagePrivate.class),
          shape(StaticActors.class),
          shape(ExactAfterPattern.class),
          shape(ArbiterJudges.class));
}
