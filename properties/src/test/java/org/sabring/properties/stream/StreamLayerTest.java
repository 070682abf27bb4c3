package org.sabring.properties.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.properties.stream.Script.Sink;
import org.sabring.properties.stream.Script.Source;
import org.sabring.spec.verdict.Bounds;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Evidence;
import org.sabring.spec.verdict.Layer;
import org.sabring.spec.verdict.Progress;
import org.sabring.spec.verdict.Status;

/** Needs Node 20; without it, skipped by name. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StreamLayerTest {

  @BeforeEach
  void nodeIsThere() throws InterruptedException {
    String missing = NodeProcess.missing();
    assumeTrue(missing == null, "skipped: " + missing);
  }

  @Test
  void ourStreamsDoWhatNodesDoAndEveryMistakeShows() throws InterruptedException {
    Evidence evidence = new StreamLayer().run(Bounds.QUICK, Progress.SILENT);
    assertThat(evidence.checks().stream().filter(check -> check.status() != Status.PASS))
        .map(check -> check.name() + ": " + check.detail())
        .isEmpty();
    List<String> controls =
        new ArrayList<>(Stream.of(Mistake.values()).skip(1).map(Mistake::name).toList());
    controls.add("CompletesTwice");
    assertThat(evidence.checks().stream().filter(Check::control).map(Check::name))
        .isEqualTo(controls);
    assertThat(evidence.checks().stream().filter(check -> !check.control()).map(Check::name))
        .containsExactly(NodeChecks.SAME, "TCK.publisher", "TCK.subscriber", "TCK.processor");
    Check same = evidence.checks().get(0);
    assertThat(same.figures()).containsEntry("scripts", 1_500L);
    assertThat(same.figures()).containsKey("lines");
    assertThat(same.detail()).contains("1500 scripts are equal");
  }

  @Test
  void theLayerIsFound() {
    assertThat(ServiceLoader.load(Layer.class)).map(Layer::name).contains("stream");
  }

  /** A log by hand, so that two runners with the same mistake do not agree on nothing. */
  @Test
  void aPipeWithASlowWriterIsLoggedAsItHappens() throws Exception {
    Script script =
        new Script(
            true,
            new Source(2, true, List.of("now;r.push 1;r.push 1;r.push 1;r.pushEnd"), "now"),
            List.of(new Sink(1, true, List.of("later", "later", "later"), "none", "now")),
            List.of(List.of("w0.on drain", "w0.on finish", "r.on end", "r.pipe w0")),
            Map.of());
    List<String> expected =
        List.of(
            "w0.on drain",
            "w0.on finish",
            "r.on end",
            "r.pipe w0",
            "r.onRead 2",
            "r.push 1 = true",
            "r.push 1 = false",
            "r.push 1 = false",
            "r.pushEnd",
            "w0.onWrite 1",
            "w0.drain",
            "w0.onWrite 2",
            "w0.drain",
            "w0.onWrite 3", // no drain: end has been called
            "r.end",
            "r.onDestroy -",
            "w0.finish",
            "w0.onDestroy -");
    try (NodeProcess node = NodeProcess.start()) {
      node.ask(script);
      List<String> theirs = node.answer();
      assertThat(OurRun.of(script, Mistake.NONE)).isEqualTo(theirs);
      assertThat(theirs.stream().map(line -> line.replaceFirst(" \\|.*", ""))).isEqualTo(expected);
    }
  }
}
