package org.sabring.spec.report;

import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Progress;

/**
 * A listener to a verification: which layer runs, how far it is, what it found. Called by the
 * thread that runs the layers.
 */
public interface Reporter {

  /** A layer begins; what comes back hears how far it has come. */
  default Progress begin(Layer layer) {
    return Progress.SILENT;
  }

  /** The running layer threw instead of answering. It ends as UNKNOWN. */
  default void broke(Throwable cause) {}

  /** The running layer has ended. */
  default void end(LayerResult result) {}
}
