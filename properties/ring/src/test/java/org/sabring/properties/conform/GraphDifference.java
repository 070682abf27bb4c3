package org.sabring.properties.conform;

import java.util.List;
import java.util.concurrent.Callable;

/** In what the ring differs first from the law at capacity 2; nothing if it does not. */
public final class GraphDifference implements Callable<List<String>> {

  @Override
  public List<String> call() throws InterruptedException {
    Conformance conformance = Conformance.of(2, Ways.BOTH);
    Difference difference = conformance.compare(conformance.law(), states -> {}).difference();
    return difference == null ? List.of() : List.of(difference.kind().label());
  }
}
