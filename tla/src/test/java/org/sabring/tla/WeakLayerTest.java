package org.sabring.tla;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.verdict.Bounds;
import org.sabring.spec.verdict.Evidence;
import org.sabring.spec.verdict.Progress;
import org.sabring.spec.verdict.Status;

class WeakLayerTest {

  @TempDir Path folder;

  @Test
  void everythingQuickComesOutAsExpected() throws InterruptedException {
    Evidence evidence = new WeakLayer(WeakModels.all(), folder).run(Bounds.QUICK, Progress.SILENT);

    assertThat(evidence.checks().stream().filter(check -> check.status() != Status.PASS))
        .map(check -> check.name() + ": " + check.detail())
        .isEmpty();
  }
}
