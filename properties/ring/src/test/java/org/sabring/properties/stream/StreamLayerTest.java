package org.sabring.properties.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.properties.stream.NodeScript.Sink;
import org.sabring.properties.stream.NodeScript.Source;
import org.sabring.properties.world.MutantWorld;
import org.sabring.spec.catalog.Cell;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.spec.check.Task;
import org.sabring.spec.law.Rule;

/** The layer, part by part. What needs Node 20 is skipped by name without it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StreamLayerTest {

  private static void assumeNode() throws InterruptedException {
    String missing = NodeProcess.missing();
    assumeTrue(missing == null, "skipped: " + missing);
  }

  private static List<Check> passed(List<Task> tasks) throws InterruptedException {
    Evidence evidence = StreamLayer.run(tasks, Progress.SILENT);
    assertThat(evidence.checks().stream().filter(check -> check.status() != Status.PASS))
        .map(check -> check.name() + ": " + check.detail())
        .isEmpty();
    return evidence.checks();
  }

  /** Together the tests here run the layer. */
  @Test
  void theLayerRunsTheseChecks() throws InterruptedException {
    List<Task> tasks = new ArrayList<>(NodeChecks.within(Bounds.QUICK));
    tasks.addAll(TckChecks.all());
    tasks.addAll(StreamChecks.all());
    assertThat(StreamLayer.tasks(Bounds.QUICK)).map(Task::name).isEqualTo(names(tasks));
    assertThat(names(tasks)).doesNotHaveDuplicates().containsAll(controls());
    assertThat(tasks).hasSize(controls().size() + 5 + StreamSuite.tests().size());
  }

  private static List<String> names(List<Task> tasks) {
    return tasks.stream().map(Task::name).toList();
  }

  @Test
  void ourStreamsDoWhatNodesDoAndEveryMistakeShows() throws InterruptedException {
    assumeNode();
    List<Check> checks = passed(NodeChecks.within(Bounds.QUICK));
    assertThat(checks.stream().skip(1)).allMatch(Check::control).hasSizeGreaterThan(15);
    Check same = checks.get(0);
    assertThat(same.name()).isEqualTo(NodeChecks.SAME);
    assertThat(same.figures()).containsEntry("scripts", 1_500L).containsKey("lines");
    assertThat(same.detail()).contains("1500 scripts are equal");
  }

  @Test
  void theTestKitPassesAndFindsItsMistakes() throws InterruptedException {
    assertThat(passed(TckChecks.all())).filteredOn(Check::control).hasSize(2);
  }

  /** Each mistake by exactly those tests that the matrix of mutants names. */
  @Test
  void theTestsHoldAndFindEveryMistake() throws InterruptedException {
    assertThat(passed(StreamChecks.all()))
        .filteredOn(Check::control)
        .map(Check::name)
        .isEqualTo(MutantWorld.ofTheStreams().stream().map(Mutant::name).toList());
  }

  /** A rule is watched by a check that is no control, and a control breaks it. */
  @Test
  void everyRuleThatTheCatalogueGivesThisLayerIsWatchedAndHasAControl() {
    Set<Rule> given = EnumSet.noneOf(Rule.class);
    Stream.of(Rule.values()).filter(r -> r.layers().contains("stream")).forEach(given::add);
    Set<Rule> watched = EnumSet.noneOf(Rule.class);
    StreamSuite.tests().forEach(test -> watched.addAll(test.rules()));
    Set<Rule> broken = EnumSet.noneOf(Rule.class);
    MutantWorld.ofTheStreams().forEach(mutant -> broken.addAll(mutant.rules()));
    assertThat(watched).isEqualTo(given);
    assertThat(broken).isEqualTo(given);
  }

  /** The columns of the layer are what it runs: no more, no less. */
  private static List<String> controls() {
    List<String> controls = new ArrayList<>();
    for (Mutant mutant : Mutants.all()) {
      if (Mutants.cell(mutant, Column.STREAM_CHECKS).isCaught()) {
        controls.add(mutant.name());
      }
      for (Column column : List.of(Column.NODE, Column.TEST_KIT)) {
        Cell cell = Mutants.cell(mutant, column);
        controls.addAll(cell.isCaught() ? cell.names() : List.of());
      }
    }
    return controls;
  }

  @Test
  void theLayerIsFound() {
    assertThat(ServiceLoader.load(Layer.class)).map(Layer::name).contains("stream");
  }

  /** A log by hand, so that two runners with the same mistake do not agree on nothing. */
  @Test
  void aPipeWithASlowWriterIsLoggedAsItHappens() throws Exception {
    assumeNode();
    NodeScript script =
        new NodeScript(
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
      assertThat(OurRun.of(script)).isEqualTo(theirs);
      assertThat(theirs.stream().map(line -> line.replaceFirst(" \\|.*", ""))).isEqualTo(expected);
    }
  }

  /**
   * A read of what an error's listener hears within {@code _read} takes bytes off Node's count
   * twice: a script came to it once. Ours goes on with the right one, and such a script is not
   * compared.
   */
  @Test
  void aNodeThatHasLostCountIsNoMeasure() throws Exception {
    assumeNode();
    Source throwing = new Source(1, false, List.of("now;r.push 2;r.push 9", "now;throw"), "now");
    Map<String, List<List<String>>> reading = Map.of("r.error", List.of(List.of("r.read 1")));
    List<List<String>> tasks =
        List.of(List.of("r.on pause"), List.of("r.read 1"), List.of("r.read"), List.of("r.read"));
    NodeScript script = new NodeScript(false, throwing, List.of(), tasks, reading);
    try (NodeProcess node = NodeProcess.start()) {
      node.ask(script);
      List<String> lost = node.answer();
      assertThat(NodeProcess.isOfNode(lost)).as("%s", lost).isTrue();
      NodeScript well =
          new NodeScript(
              false,
              new Source(1, false, List.of("now;r.push 2"), "now"),
              List.of(),
              tasks,
              Map.of());
      node.ask(well);
      assertThat(NodeProcess.isBroken(node.answer())).as("control").isFalse();
    }
    assertThat(OurRun.of(script)).noneMatch(line -> line.startsWith("broke: "));
  }

  /** As Node 20.20.2 did: a script came to it once. */
  @Test
  void whatNodesOwnStreamsThrowIsToldFromWhatTheRunnerThrows() throws Exception {
    assumeNode();
    String thrown = "broke: TypeError: Cannot read properties of undefined (reading 'length')";
    String own =
        "\n    at howMuchToRead (node:internal/streams/readable:638:46)\n    at flow (x:1)";
    assertThat(NodeProcess.isOfNode(List.of("r.read", thrown + own))).isTrue();
    assertThat(NodeProcess.isOfNode(List.of("r.read"))).isFalse();
    Source throwing = new Source(8, true, List.of("later;throw"), "now");
    NodeScript script =
        new NodeScript(true, throwing, List.of(), List.of(List.of("r.read")), Map.of());
    try (NodeProcess node = NodeProcess.start()) {
      node.ask(script);
      List<String> broken = node.answer();
      assertThat(NodeProcess.isBroken(broken)).isTrue();
      assertThat(NodeProcess.isOfNode(broken)).isFalse();
      node.ask(script);
      assertThat(node.answer()).as("there is a new Node").isEqualTo(broken);
    }
  }

  /** A Node that breaks too often, or too few scripts, are no comparison. */
  @Test
  void aComparisonOfTooFewScriptsIsUnknown() {
    assertThat(NodeChecks.same(2000, compared(2000, 0)).status()).isEqualTo(Status.PASS);
    Check once = NodeChecks.same(2000, compared(2000, 2));
    assertThat(once.status()).isEqualTo(Status.PASS);
    assertThat(once.detail()).contains("1998 scripts are equal", "Node's own code threw in 2");
    assertThat(NodeChecks.same(2000, compared(2000, 3)).status()).isEqualTo(Status.UNKNOWN);
    assertThat(NodeChecks.same(2000, compared(466, 0)).status()).isEqualTo(Status.UNKNOWN);
  }

  private static NodeChecks.Compared compared(long scripts, long broken) {
    return new NodeChecks.Compared(scripts, broken, null, Map.of());
  }
}
