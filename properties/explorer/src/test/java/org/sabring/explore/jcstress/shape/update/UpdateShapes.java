package org.sabring.explore.jcstress.shape.update;

import static org.sabring.explore.jcstress.shape.Shapes.shape;

import java.util.List;
import org.sabring.explore.jcstress.shape.Shapes.Shape;
import org.sabring.explore.jcstress.shape.Shapes.Why;

/** The shapes of fences and updates, and what of them is not expected. */
public final class UpdateShapes {

  private UpdateShapes() {}

  /** All of them. */
  public static final List<Shape> ALL =
      List.of(
          shape(FullFences.FullFull.class),
          shape(FullFences.FullNone.class),
          shape(Fences.ReleaseAndAcquire.class),
          shape(Fences.MessageReleaseAcquire.class),
          shape(Fences.MessageStoreStoreLoadLoad.class)
              .remark("By the text of VarHandle; RC11 has no such fences."),
          shape(Fences.MessageReleaseOnly.class),
          shape(Fences.MessageWrongSide.class),
          shape(Fences.LoadBuffering.class),
          shape(FullFences.PlainFull.class)
              .remark("A race, which RC11 leaves open; forbidden by the text of VarHandle."),
          shape(SeqLocks.Fenced.class),
          shape(SeqLocks.VolatileSequence.class),
          shape(Updates.Increments.class),
          shape(Updates.GetAndAdd.class),
          shape(Updates.IncrementAndWrite.class),
          shape(Updates.CompareAndExchange.class),
          shape(WeakUpdates.Alone.class),
          shape(WeakUpdates.Twice.class),
          shape(WeakUpdates.Loop.class),
          shape(Updates.Bits.class),
          shape(Updates.Functions.class),
          shape(FieldUpdaters.IntegerUpdater.class),
          shape(FieldUpdaters.ReferenceUpdater.class),
          shape(FieldUpdaters.Aba.class),
          shape(Updates.Adder.class).remark("What a sum in between may be is any of the four."),
          shape(Tearing.PlainLong.class).without(Why.HALVES, "4294967295", "-4294967296"),
          shape(Tearing.PlainDouble.class)
              .without(Why.HALVES, "3.141592025756836", "6.984873503E-315"),
          shape(Tearing.VolatileLong.class),
          shape(Tearing.OpaqueLong.class),
          shape(Tearing.PlainFloat.class),
          shape(Tearing.Bytes.class),
          shape(Tearing.Fields.class),
          shape(Tearing.Bits.class));
}
