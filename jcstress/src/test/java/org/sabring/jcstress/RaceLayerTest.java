package org.sabring.jcstress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openjdk.jcstress.infra.Status.API_MISMATCH;
import static org.openjdk.jcstress.infra.Status.NORMAL;
import static org.openjdk.jcstress.infra.Status.TEST_ERROR;
import static org.openjdk.jcstress.infra.Status.TIMEOUT_ERROR;
import static org.openjdk.jcstress.infra.Status.VM_ERROR;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.sabring.jcstress.Race.Role;
import org.sabring.spec.verdict.Bounds;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Evidence;
import org.sabring.spec.verdict.Layer;
import org.sabring.spec.verdict.Status;

/** One short run of jcstress, and what the layer makes of it and of results that differ from it. */
class RaceLayerTest {

  private static final Race SHIPPED = named("RB201_Publication.Shipped");
  private static final Race CONTROL = named("RB201_Publication.PublishBeforeWrite");
  private static final Race WEAKENED = named("RB201_Publication.Plain");
  private static final List<Race> SOME = List.of(SHIPPED, WEAKENED, CONTROL);
  private static final Plan SHORT = Plan.mixed(EnumSet.allOf(Role.class), 1, 300, 2);

  @TempDir static Path folder;

  private static final Recorder RECORDER = new Recorder();
  private static Evidence evidence = new Evidence(List.of());
  private static List<TestResult> results = List.of();

  @BeforeAll
  static void runSome() throws InterruptedException, IOException {
    evidence = new RaceLayer(SOME, bounds -> List.of(SHORT), folder).run(Bounds.QUICK, RECORDER);
    results = Harness.results(folder.resolve(SHORT.name()));
  }

  @Test
  void isFoundByItsName() {
    assertThat(ServiceLoader.load(Layer.class)).extracting(Layer::name).contains("race");
  }

  @Test
  void passesTheShippedRing() {
    Check shipped = evidence.checks().get(0);
    assertThat(shipped.name()).isEqualTo("RB201_Publication.Shipped");
    assertThat(shipped.status()).as(shipped.detail()).isEqualTo(Status.PASS);
    assertThat(shipped.detail()).contains("nothing forbidden").contains("with Plain accesses");
    assertThat(shipped.figures()).containsKeys("samples", "outcomes", "forks", "seconds");
    assertThat(shipped.figures().values()).allMatch(figure -> figure.doubleValue() > 0);
  }

  @Test
  void seesTheControlFail() {
    Check control = evidence.checks().get(1);
    assertThat(control.name()).isEqualTo("RB201_Publication.PublishBeforeWrite");
    assertThat(control.control()).isTrue();
    assertThat(control.status()).as(control.detail()).isEqualTo(Status.PASS);
    assertThat(control.detail()).contains("The slot is stored after the cursor.");
  }

  @Test
  void saysWhatItDoes() {
    assertThat(RECORDER.said)
        .containsExactly(
            "checks 2",
            "begin RB201_Publication.Shipped",
            "end RB201_Publication.Shipped",
            "begin RB201_Publication.PublishBeforeWrite",
            "end RB201_Publication.PublishBeforeWrite");
    assertThat(RECORDER.ticks).isNotEmpty().allMatch(tick -> tick.startsWith("mixed: "));
  }

  @Test
  void whatDidNotRunIsUnknown() {
    Judge judge = new Judge(List.of(new Judge.Part("filtered", Race.all(), results, "")));
    for (Race race : Race.all()) {
      if (race.role() != Role.WEAKENED && !race.equals(SHIPPED) && !race.equals(CONTROL)) {
        Check check = judge.check(race);
        assertThat(check.status()).as(race.name()).isEqualTo(Status.UNKNOWN);
        assertThat(check.detail()).contains(race.name() + " did not run (filtered)");
      }
    }
  }

  @Test
  void aShippedRingWithoutItsWeakenedOneIsUnknown() {
    Check check = check(SHIPPED, of(SHIPPED));
    assertThat(check.status()).isEqualTo(Status.UNKNOWN);
    assertThat(check.detail()).contains("RB201_Publication.Plain did not run");
  }

  @Test
  void fewerForksThanTheOthersAreUnknown() {
    List<TestResult> fewer = new ArrayList<>(results);
    fewer.addAll(of(CONTROL));
    Check check = check(SHIPPED, fewer);
    assertThat(check.status()).isEqualTo(Status.UNKNOWN);
    assertThat(check.detail()).contains("RB201_Publication.Shipped ran ");
  }

  @Test
  void aRunThatTellsNothingIsUnknown() {
    assertThat(check(SHIPPED, altered(SHIPPED, NORMAL, "", 0)).detail()).contains("has no samples");
    for (var trouble : List.of(TIMEOUT_ERROR, VM_ERROR, API_MISMATCH)) {
      Check check = check(SHIPPED, altered(SHIPPED, trouble, "", 0));
      assertThat(check.status()).isEqualTo(Status.UNKNOWN);
      assertThat(check.detail()).contains(trouble.name());
    }
  }

  @Test
  void aFewSamplesOfTheShippedRingAreUnknown() {
    List<TestResult> few = altered(SHIPPED, NORMAL, "ELEMENT, 42", Judge.ENOUGH - 1);
    Judge judge = new Judge(List.of(new Judge.Part("few", SOME, few, "")));
    assertThat(judge.check(SHIPPED).status()).isEqualTo(Status.UNKNOWN);
    assertThat(judge.check(SHIPPED).detail()).contains("too few to tell");
    assertThat(judge.isOpen(SHIPPED)).isTrue();
    assertThat(judge.isOpen(CONTROL)).isFalse();
  }

  @Test
  void whatWasLeftOpenRunsAgain() throws InterruptedException {
    List<String> hasty =
        List.of("-m", "sanity", "-sc", "false", "-af", "NONE", "-jvmArgs", "-Xint");
    Plan plan = new Plan("hasty", SHORT.roles(), hasty, SHORT.limit());
    Recorder recorder = new Recorder();
    Evidence few =
        new RaceLayer(List.of(SHIPPED), bounds -> List.of(plan), folder)
            .run(Bounds.QUICK, recorder);
    assertThat(few.status()).isEqualTo(Status.UNKNOWN);
    assertThat(recorder.ticks).anyMatch(tick -> tick.startsWith("hasty-again: "));
  }

  @Test
  void aForbiddenOutcomeFails() {
    Check check = check(SHIPPED, altered(SHIPPED, NORMAL, "ELEMENT, 0", 3));
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).contains("[ELEMENT, 0] 3 times: The cursor was there");
  }

  @Test
  void anOutcomeThatNobodyThoughtOfFails() {
    Check check = check(SHIPPED, altered(SHIPPED, NORMAL, "CANCELLED, 7", 1));
    assertThat(check.status()).isEqualTo(Status.FAIL);
  }

  @Test
  void anExceptionFails() {
    assertThat(check(SHIPPED, altered(SHIPPED, TEST_ERROR, "", 0)).status()).isEqualTo(Status.FAIL);
  }

  @Test
  void aControlThatIsNotSeenIsUnknown() {
    Check check = check(CONTROL, altered(CONTROL, NORMAL, "ELEMENT, 42", 1000));
    assertThat(check.status()).isEqualTo(Status.UNKNOWN);
    assertThat(check.detail()).startsWith("not seen in 1000 samples");
  }

  @Test
  void aControlThatFailsInAnotherWayFails() {
    Check check = check(CONTROL, altered(CONTROL, NORMAL, "END, 0", 1));
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).contains("not as named");
  }

  @Test
  void aRunThatDoesNotEndIsStoppedAndUnknown() throws InterruptedException {
    Plan brief = new Plan("brief", SHORT.roles(), SHORT.options(), Duration.ofMillis(300));
    RaceLayer layer = new RaceLayer(SOME, bounds -> List.of(brief), folder);
    Evidence stopped = layer.run(Bounds.QUICK, new Recorder());
    assertThat(stopped.status()).isEqualTo(Status.UNKNOWN);
    assertThat(stopped.checks().get(0).detail()).contains("jcstress was stopped");
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  @Test
  void interruptedItLeavesNoProcess() {
    Plan other = new Plan("other", SHORT.roles(), SHORT.options(), SHORT.limit());
    RaceLayer layer = new RaceLayer(SOME, bounds -> List.of(other), folder);
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

  private static Race named(String name) {
    return Race.all().stream().filter(r -> r.name().equals(name)).findAny().orElseThrow();
  }

  private static Check check(Race race, List<TestResult> results) {
    return new Judge(List.of(new Judge.Part("altered", SOME, results, ""))).check(race);
  }

  private static List<TestResult> of(Race race) {
    return results.stream().filter(r -> r.getName().equals(race.fullName())).toList();
  }

  /** The results of the run with those of one test replaced. */
  private static List<TestResult> altered(
      Race race, org.openjdk.jcstress.infra.Status status, String outcome, long count) {
    List<TestResult> altered = new ArrayList<>();
    for (TestResult result : results) {
      TestResult other = result;
      if (result.getName().equals(race.fullName())) {
        other = new TestResult(status);
        other.setConfig(result.getConfig());
        if (count > 0 && altered.stream().noneMatch(r -> r.getName().equals(race.fullName()))) {
          other.addState(outcome, count);
        }
      }
      altered.add(other);
    }
    return altered;
  }
}
