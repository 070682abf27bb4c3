package org.sabring.jcstress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.sabring.jcstress.fixture.Memories.Kind;
import org.sabring.spec.catalog.Mutant.Edit;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;

/** One short run of jcstress, and runs that are broken off. */
class RaceLayerTest {

  /** What is computed is asked elsewhere. */
  private static final OutcomeModel NOTHING = (race, mutant, memory) -> Set.of();

  private static final RaceTrial SHIPPED = Results.named("RB501_CloseAgainstPoll.Shipped");
  private static final RaceTrial CONTROL =
      Results.named("RB501_CloseAgainstPoll.ClosedBeforeEmpty");
  private static final List<RaceTrial> SOME = List.of(SHIPPED, CONTROL);
  private static final RunPlan SHORT =
      RunPlan.mixed(List.of(Kind.values()), trial -> true, 200, 5).inStridesOf(64, 10);

  private static final String PRODUCER = "impl/src/main/java/org/sabring/ring/CursorProducer.java";

  @TempDir static Path folder;

  private static final Recorder RECORDER = new Recorder();
  private static Evidence evidence = new Evidence(List.of());

  @BeforeAll
  static void runSome() throws InterruptedException {
    evidence =
        new RaceLayer(SOME, bounds -> List.of(SHORT), new Harness(folder)::run, NOTHING)
            .run(Bounds.QUICK, RECORDER);
  }

  @Test
  void isFoundByItsName() {
    assertThat(ServiceLoader.load(Layer.class)).extracting(Layer::name).contains("race");
  }

  @Test
  void passesTheShippedRing() {
    Check shipped = evidence.checks().get(0);
    assertThat(shipped.name()).isEqualTo("RB501_CloseAgainstPoll.Shipped");
    assertThat(shipped.status().name()).as(shipped.detail()).isEqualTo("PASS");
    assertThat(shipped.detail()).contains("nothing forbidden");
    assertThat(shipped.figures()).containsKeys("samples", "outcomes", "forks", "iterations");
    assertThat(shipped.figures().values()).allMatch(figure -> figure.doubleValue() > 0);
  }

  @Test
  void seesTheControlFail() {
    Check control = evidence.checks().get(1);
    assertThat(control.name()).isEqualTo("RB501_CloseAgainstPoll.ClosedBeforeEmpty");
    assertThat(control.control()).isTrue();
    assertThat(control.status().name()).as(control.detail()).isEqualTo("PASS");
    assertThat(control.detail()).contains("The end, although the element was still stored.");
  }

  @Test
  void tellsWhatWasSeen() {
    assertThat(evidence.tables())
        .singleElement()
        .satisfies(table -> assertThat(table.rows()).anyMatch(row -> row.contains("END, END")));
  }

  @Test
  void saysWhatItDoes() {
    assertThat(RECORDER.said)
        .containsExactly(
            "checks 2",
            "begin RB501_CloseAgainstPoll.Shipped",
            "end RB501_CloseAgainstPoll.Shipped",
            "begin RB501_CloseAgainstPoll.ClosedBeforeEmpty",
            "end RB501_CloseAgainstPoll.ClosedBeforeEmpty");
    assertThat(RECORDER.ticks)
        .anyMatch(tick -> tick.startsWith("jcstress: " + SHORT.name() + ", 1 of 2: "))
        .allMatch(tick -> tick.startsWith("jcstress: ") || tick.startsWith("exploring"));
  }

  @Test
  void whatWasLeftOpenRunsAgain() throws InterruptedException {
    List<String> ran = new ArrayList<>();
    RaceLayer.Runner runner =
        (parts, says) -> {
          RunPlan plan = parts.get(0).plan();
          boolean again = plan.options().containsAll(List.of("-f", "3"));
          ran.add(plan.name() + " " + parts.get(0).trials().size());
          List<TestResult> few =
              Results.with(SOME, Results.of(SHIPPED, Status.NORMAL, "42, END", again ? 9999 : 10));
          return List.of(new Harness.Run(again ? few.subList(0, 1) : few, ""));
        };
    Evidence all =
        new RaceLayer(SOME, bounds -> List.of(SHORT), runner, NOTHING)
            .run(Bounds.QUICK, new Recorder());
    assertThat(ran).containsExactly(SHORT.name() + " 2", SHORT.name() + "-again 1");
    assertThat(all.status().name()).isEqualTo("PASS");
  }

  /** The control: what is seen of a mutant is seen because of its edit. */
  @Test
  void anEditThatChangesNothingIsNotSeen() throws InterruptedException {
    Edit none =
        new Edit(
            PRODUCER,
            "public final class CursorProducer implements Producer {",
            "public final class CursorProducer implements Producer { ");
    Harness harness = new Harness(folder.resolve("unchanged"), mutant -> List.of(none));
    Evidence unchanged =
        new RaceLayer(List.of(CONTROL), bounds -> List.of(SHORT), harness::run, NOTHING)
            .run(Bounds.QUICK, new Recorder());
    assertThat(unchanged.checks()).hasSize(1);
    assertThat(unchanged.checks().get(0).status().name()).isEqualTo("UNKNOWN");
    assertThat(unchanged.checks().get(0).detail()).startsWith("not seen in ");
  }

  @Test
  void aMutantWithoutAnEditIsUnknown() throws InterruptedException {
    Harness harness = new Harness(folder.resolve("unedited"), mutant -> List.of());
    Evidence unedited =
        new RaceLayer(List.of(CONTROL), bounds -> List.of(SHORT), harness::run, NOTHING)
            .run(Bounds.QUICK, new Recorder());
    assertThat(unedited.status().name()).isEqualTo("UNKNOWN");
    assertThat(unedited.checks().get(0).detail()).contains("did not run", "has no edits");
  }

  @Test
  void aRunThatDoesNotEndIsStoppedAndUnknown() throws InterruptedException {
    RunPlan brief =
        new RunPlan(
            "brief", SHORT.tests(), SHORT.memories(), SHORT.options(), Duration.ofMillis(300));
    RaceLayer layer =
        new RaceLayer(SOME, bounds -> List.of(brief), new Harness(folder)::run, NOTHING);
    Evidence stopped = layer.run(Bounds.QUICK, new Recorder());
    assertThat(stopped.status().name()).isEqualTo("UNKNOWN");
    assertThat(stopped.checks().get(0).detail()).contains("jcstress was stopped");
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  @Test
  void interruptedItLeavesNoProcess() {
    RunPlan other =
        new RunPlan("other", SHORT.tests(), SHORT.memories(), SHORT.options(), SHORT.limit());
    RaceLayer layer =
        new RaceLayer(SOME, bounds -> List.of(other), new Harness(folder)::run, NOTHING);
    Recorder interrupting =
        new Recorder() {
          @Override
          public void tick(String text) {
            if (ProcessHandle.current().descendants().count() > 1) {
              Thread.currentThread().interrupt();
            }
          }
        };
    assertThatThrownBy(() -> layer.run(Bounds.QUICK, interrupting))
        .isInstanceOf(InterruptedException.class);
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }
}
