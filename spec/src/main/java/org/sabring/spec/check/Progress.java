package org.sabring.spec.check;

/** A listener to the progress of a layer. Called by the thread that runs the layer. */
public interface Progress {

  /** Hears nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void checks(int count) {}

        @Override
        public void begin(String check) {}

        @Override
        public void tick(String text) {}

        @Override
        public void end(Check check) {}
      };

  /** How many checks there will be. Called once, before the first check. */
  void checks(int count);

  /** A check begins. */
  void begin(String check);

  /** The running check has something to say: how many states, executions or iterations so far. */
  void tick(String text);

  /** The running check has ended. */
  void end(Check check);
}
