package org.sabring.spec.report;

import java.util.ArrayList;
import java.util.List;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Progress;

/** Hears everything and keeps what broke. */
final class SilentReporter implements Reporter {
  final List<Throwable> broken = new ArrayList<>();

  @Override
  public Progress begin(Layer layer) {
    return Progress.SILENT;
  }

  @Override
  public void broke(Throwable cause) {
    broken.add(cause);
  }

  @Override
  public void end(LayerResult result) {}
}
