package org.sabring.explore.jcstress.shape.litmus;

import static org.sabring.explore.jcstress.shape.Shapes.shape;

import java.util.List;
import org.sabring.explore.jcstress.shape.Shapes.Shape;
import org.sabring.explore.jcstress.shape.Shapes.Why;

/** The litmus programs, and what of them is not expected. */
public final class LitmusShapes {

  private LitmusShapes() {}

  /** All of them. */
  public static final List<Shape> ALL =
      List.of(
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
          shape(MessagesByUpdate.LazySet.class),
          shape(MessagesByUpdate.ThroughUpdate.class),
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
          shape(CoherentWrites.OpaqueWrites.class),
          shape(CoherentWrites.PlainWrites.class),
          shape(Coherence.TwoReaders.class),
          shape(Coherence.ReadWrite.class),
          shape(Coherence.PlainReadWrite.class)
              .without(Why.BACKWARDS, "2, 2")
              .remark(
                  "Happens-before does not order the two writes, so a later read may see either."),
          shape(CoherentWrites.WriteRead.class),
          shape(CoherentWrites.PlainOwnWrite.class),
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
          shape(OneRead.OfShort.class));
}
