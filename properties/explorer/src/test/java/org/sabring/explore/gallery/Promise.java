package org.sabring.explore.gallery;

import java.util.function.Function;
import org.sabring.explore.Judge;
import org.sabring.explore.judge.Linearizable;
import org.sabring.explore.judge.SequentialModel;
import org.sabring.explore.memory.MemoryModel;

/**
 * What a class promises.
 *
 * @param text the same in words
 */
record Promise(String text, Function<MemoryModel, Judge> judge) {

  /** The same on every memory. */
  static Promise of(String text, Judge judge) {
    return new Promise(text, memory -> judge);
  }

  /** Calls take effect at once, in an order that keeps their times, on every memory. */
  static Promise linearizable(String text, SequentialModel<?> model) {
    return of(text, Linearizable.to(model));
  }

  Judge on(MemoryModel memory) {
    return judge.apply(memory);
  }

  @Override
  public String toString() {
    return text;
  }
}
