package org.sabring.stream;

import org.jspecify.annotations.Nullable;

/** A callback that hears that something asked for has been done, or why not. */
@FunctionalInterface
public interface Done {

  /** Does not care. */
  Done NOTHING = error -> {};

  /**
   * It is done.
   *
   * @param error why it failed; null if it did not
   */
  void done(@Nullable Throwable error);
}
