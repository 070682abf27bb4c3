package org.sabring.spec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sabring.spec.report.FakeLayer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;

class VerificationTest {
  private final List<Throwable> broken = new ArrayList<>();
  private final Reporter reporter =
      new Reporter() {
        @Override
        public void broke(Throwable cause) {
          broken.add(cause);
        }
      };

  private List<LayerResult> run(Layer... layers) {
    return Verification.run("x", List.of(layers), Set.of("a", "b"), Bounds.QUICK, reporter)
        .layers();
  }

  @Test
  void aLayerThatBreaksIsUnknownAndTheNextOneRuns() {
    RuntimeException cause = new IllegalStateException("no TLC");
    List<LayerResult> results =
        run(
            FakeLayer.breaking("a", cause, check("one", Status.PASS, Rule.RB101)),
            FakeLayer.of("b", check("two", Status.PASS)));
    assertThat(results)
        .extracting(LayerResult::status)
        .containsExactly(Status.UNKNOWN, Status.PASS);
    assertThat(results.get(0).evidence().checks())
        .extracting(Check::detail)
        .containsExactly("all of it", "the layer broke: IllegalStateException: no TLC");
    assertThat(broken).containsExactly(cause);
  }

  @Test
  void aViolationFoundBeforeALayerBreaksStays() {
    Layer layer =
        FakeLayer.breaking("a", new IllegalStateException(), check("one", Status.FAIL, Rule.RB101));
    assertThat(run(layer).get(0).status()).isEqualTo(Status.FAIL);
  }

  @Test
  void aLayerThatBreaksWithinACheckSaysWhichOne() {
    Layer layer = new Interrupting("a", new AssertionError());
    assertThat(run(layer).get(0).evidence().checks())
        .extracting(Check::detail)
        .containsExactly("in the check: the layer broke: AssertionError");
  }

  @Test
  void anInterruptEndsTheLayerAndAllAfterIt() {
    List<LayerResult> results =
        run(
            new Interrupting("a", new InterruptedException()),
            FakeLayer.of("b", check("two", Status.PASS)));
    assertThat(results)
        .extracting(result -> result.evidence().checks().get(0).detail())
        .containsExactly("in the check: interrupted", "interrupted before it began");
    assertThat(results).extracting(LayerResult::status).containsOnly(Status.UNKNOWN);
  }

  /** Throws in the middle of a check. */
  private record Interrupting(String name, Throwable cause) implements Layer {
    @Override
    public String promise() {
      return "";
    }

    @Override
    public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
      progress.begin("the check");
      if (cause instanceof InterruptedException interrupt) {
        throw interrupt;
      }
      throw (Error) cause;
    }
  }
}
