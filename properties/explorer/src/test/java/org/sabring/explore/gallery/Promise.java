package org.sabring.explore.gallery;

import java.util.function.Function;
import org.sabring.explore.Monitor;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.LinearizabilityMonitor;
import org.sabring.explore.monitor.SequentialModel;

/**
 * What a class promises.
 *
 * @param text the same in words
 */
record Promise(String text, Function<MemoryModel, Monitor> monitor) {

  /** The same on every memory. */
  static Promise of(String text, Monitor monitor) {
    return new Promise(text, memory -> monitor);
  }

  /** Calls take effect at once, in an order that keeps their times, on every memory. */
  static Promise linearizable(String text, SequentialModel<?> model) {
    return of(text, LinearizabilityMonitor.to(model));
  }

  Monitor on(MemoryModel memory) {
    return monitor.apply(memory);
  }

  @Override
  public String toString() {
    return text;
  }
}
