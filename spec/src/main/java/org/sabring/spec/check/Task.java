package org.sabring.spec.check;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * A task of a layer: checks that have not been made yet.
 *
 * @param name its name, and that of its check if it is one
 * @param size how large it is, compared with others
 * @param count how many checks there will be
 * @param work makes them
 */
public record Task(String name, long size, int count, Callable<List<Check>> work) {

  /** A task of one check, which has its name. */
  public static Task of(String name, Callable<Check> work) {
    return new Task(name, 0, 1, () -> List.of(work.call()));
  }

  /** The same task begun earlier: the largest begin first. */
  public Task ofSize(long compared) {
    return new Task(name, compared, count, work);
  }

  /** The same checks, which do not know of a mistake that was planted. */
  public Task asFound() {
    return new Task(name, size, count, () -> work.call().stream().map(Check::asFound).toList());
  }
}
