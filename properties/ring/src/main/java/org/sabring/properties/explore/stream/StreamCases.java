package org.sabring.properties.explore.stream;

import java.util.List;
import java.util.function.Function;
import org.sabring.properties.world.ExploredCase;
import org.sabring.spec.check.Bounds;

/**
 * The programs of streams that the layer explores, on the streams as they are where this class was
 * loaded: with a mistake, if that is where mistakes are planted.
 */
public final class StreamCases implements Function<Bounds, List<ExploredCase>> {

  @Override
  public List<ExploredCase> apply(Bounds bounds) {
    return List.copyOf(StreamCase.within(bounds));
  }
}
