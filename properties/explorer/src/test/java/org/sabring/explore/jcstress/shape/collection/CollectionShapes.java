package org.sabring.explore.jcstress.shape.collection;

import static org.sabring.explore.jcstress.shape.Shapes.shape;

import java.util.List;
import org.sabring.explore.jcstress.shape.Shapes.Shape;

/** The shapes of collections, and what of them is not expected. */
public final class CollectionShapes {

  private CollectionShapes() {}

  /** All of them. */
  public static final List<Shape> ALL =
      List.of(
          shape(ConcurrentMaps.PutIfAbsent.class),
          shape(ConcurrentMaps.AskThenPut.class),
          shape(ConcurrentMaps.Publishes.class),
          shape(ConcurrentMaps.Merge.class),
          shape(ConcurrentLists.CopyOnWrite.class),
          shape(ConcurrentLists.AddIfAbsent.class),
          shape(ConcurrentLists.Unsynchronized.class),
          shape(ConcurrentLists.InSynchronizedCoat.class),
          shape(ConcurrentQueues.PollPoll.class),
          shape(ConcurrentQueues.PollOne.class),
          shape(ConcurrentQueues.OfferPoll.class),
          shape(ConcurrentQueues.PutTake.class),
          shape(ConcurrentQueues.Future.class),
          shape(Stacks.Treiber.class),
          shape(Stacks.ReadThenWrite.class));
}
