package org.sabring.spec.check;

/**
 * A listener to the progress of a layer, which may leave out what it does not want to hear. Called
 * by the thread that runs the layer.
 */
public interface Progress {

  /** Hears nothing. */
  Progress SILENT = new Progress() {};

  /** How many checks there will be. Called once, before the first check. */
  default void checks(int count) {}

  /** A check begins. */
  default void begin(String check) {}

  /** The running check has something to say: how many states, executions or iterations so far. */
  default void tick(String text) {}

  /** The running check has ended. */
  default void end(Check check) {}
}
