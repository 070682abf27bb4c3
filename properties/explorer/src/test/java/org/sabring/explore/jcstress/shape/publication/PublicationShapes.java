package org.sabring.explore.jcstress.shape.publication;

import static org.sabring.explore.jcstress.shape.Shapes.shape;

import java.util.List;
import org.sabring.explore.jcstress.shape.Shapes.Shape;
import org.sabring.explore.jcstress.shape.Shapes.Why;

/** The shapes of publication, and what of them is not expected. */
public final class PublicationShapes {

  private PublicationShapes() {}

  /** All of them. */
  public static final List<Shape> ALL =
      List.of(
          shape(Publication.Racy.class),
          shape(Publication.Volatile.class),
          shape(Publication.ReleaseAcquire.class),
          shape(Publication.Opaque.class),
          shape(Publication.WrittenAfter.class),
          shape(PublishedGraphs.TwoFields.class),
          shape(PublishedGraphs.Array.class),
          shape(PublishedGraphs.SecondHop.class),
          shape(Publication.ReadTwice.class).without(Why.BACKWARDS, "null"),
          shape(Publication.Synchronized.class),
          shape(PlainCopyOfVolatile.class),
          shape(Finals.Field.class),
          shape(Finals.HalfFinal.class),
          shape(Finals.Array.class)
              .remark("What is behind the final field is seen by 17.5 of the JLS alone."),
          shape(Finals.ArrayLater.class),
          shape(FinalGraphs.ListBehind.class)
              .remark("What is behind the final field is seen by 17.5 of the JLS alone."),
          shape(FinalGraphs.SecondHop.class)
              .remark("What is behind the final field is seen by 17.5 of the JLS alone."),
          shape(FinalGraphs.OfRecord.class),
          shape(FinalGraphs.Boxed.class),
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
          shape(Handshake.class));
}
