package org.sabring.properties.explore.stream;

import org.sabring.explore.runtime.Stage;

/**
 * What the side of an event loop holds from the beginning: all else is made when the loop runs.
 *
 * @param <R> its side of the ring
 */
final class LoopSide<R> {

  private final R ring;
  private final Stage stage;

  LoopSide(R ring, Stage stage) {
    this.ring = ring;
    this.stage = stage;
  }

  R ring() {
    return ring;
  }

  Stage stage() {
    return stage;
  }
}
