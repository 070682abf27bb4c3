package org.sabring.explore.jcstress.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sabring.explore.jcstress.shape.collection.CollectionShapes;
import org.sabring.explore.jcstress.shape.form.FormShapes;
import org.sabring.explore.jcstress.shape.litmus.LitmusShapes;
import org.sabring.explore.jcstress.shape.lock.LockShapes;
import org.sabring.explore.jcstress.shape.publication.PublicationShapes;
import org.sabring.explore.jcstress.shape.update.UpdateShapes;

/**
 * All shapes of the packages below this one, and what of them an exploration is not expected to
 * come to, if it takes the steps of each side in program order on a memory of releases and acquires
 * where all agree on the order of the stores to one location, plain ones among them.
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

    /** And these results are not expected. */
    public Shape without(Why why, String... results) {
      Map<String, Why> all = new HashMap<>(missing);
      for (String result : results) {
        all.put(result, why);
      }
      return new Shape(test, Map.copyOf(all), accepted, remark);
    }

    /** And the processor of jcstress does not take it. */
    public Shape refused() {
      return new Shape(test, missing, false, remark);
    }

    /** And this is to be said of it. */
    public Shape remark(String words) {
      return new Shape(test, missing, accepted, words);
    }
  }

  private Shapes() {}

  /** A test of which all that the model allows is expected. */
  public static Shape shape(Class<?> test) {
    return new Shape(test, Map.of(), true, "");
  }

  /** All of them. */
  public static final List<Shape> ALL =
      Stream.of(
              LitmusShapes.ALL,
              PublicationShapes.ALL,
              LockShapes.ALL,
              UpdateShapes.ALL,
              CollectionShapes.ALL,
              FormShapes.ALL)
          .flatMap(List::stream)
          .toList();
}
