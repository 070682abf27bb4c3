package org.sabring.spec.verdict;

import java.util.ArrayList;
import java.util.List;

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
