package org.sabring.properties.stream;

import java.io.IOException;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Progress;

/**
 * A check of the layer that has not been made yet.
 *
 * @param name its name
 * @param work makes it
 */
record Task(String name, Work work) {

  /** Makes a check. */
  @FunctionalInterface
  interface Work {
    Check run(Progress progress) throws IOException, InterruptedException;
  }

  Check run(Progress progress) throws InterruptedException {
    progress.begin(name);
    Check check;
    try {
      check = work.run(progress);
    } catch (IOException e) {
      check = Check.unknown(name, "It did not run: " + e.getMessage());
    }
    progress.end(check);
    return check;
  }

  /** Seconds since a moment of {@link System#nanoTime}, with one decimal. */
  static double secondsSince(long start) {
    return Math.round((System.nanoTime() - start) / 1e8) / 10.0;
  }
}
