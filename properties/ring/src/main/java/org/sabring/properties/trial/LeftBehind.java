package org.sabring.properties.trial;

import org.jspecify.annotations.Nullable;

/**
 * An error that ends jqwik's shrinking. That runs on a thread of its own, which jqwik leaves to
 * itself when its time is up; it would go on for minutes, and this is the only kind of error that
 * ends it. Nothing is out of memory.
 */
public final class LeftBehind extends OutOfMemoryError {

  private static final long serialVersionUID = 1L;

  private LeftBehind() {
    super("stopped");
  }

  /**
   * Ends a try whose run was stopped.
   *
   * @param owner the thread of the run
   * @throws LeftBehind on a thread that the run has left behind
   * @throws IllegalStateException on the thread of the run
   */
  public static void end(@Nullable Thread owner) {
    if (Thread.currentThread() != owner) {
      throw new LeftBehind();
    }
    throw new IllegalStateException("stopped");
  }
}
