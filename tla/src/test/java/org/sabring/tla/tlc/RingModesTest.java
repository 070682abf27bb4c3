package org.sabring.tla.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.tla.Model;
import org.sabring.tla.ModelSet;
import org.sabring.tla.Sweep;

/** Which modes the accesses of the ring need: what {@code weak.json} expects is what is claimed. */
@Tag("any-jdk")
class RingModesTest {

  /** The Java ring's. */
  private static final Map<String, String> SHIPPED =
      Map.of(
          "PLoadRead", "acquire",
          "PPublish", "release",
          "CLoadWrite", "acquire",
          "CPublish", "release");

  private static final List<String> LOADS = List.of("plain", "opaque", "acquire", "volatile");
  private static final List<String> STORES = List.of("plain", "opaque", "release", "volatile");

  @TempDir Path folder;

  private final ModelSet models = ModelSet.weak();

  @ParameterizedTest
  @CsvSource({"cursors", "cursors-3", "cursors-wait"})
  void exactlyTheAssignmentsAtOrAboveTheDesignSuffice(String name) {
    Sweep sweep = models.sweep(name);

    assertThat(sweep.all()).isEqualTo(everyAssignment());
    Predicate<Map<String, String>> atOrAbove =
        assignment ->
            SHIPPED.entrySet().stream()
                .allMatch(step -> rank(mode(assignment, step.getKey())) >= rank(step.getValue()));
    Set<Map<String, String>> claimed =
        everyAssignment().stream().filter(atOrAbove).collect(Collectors.toSet());
    assertThat(claimed).isNotEmpty();
    assertThat(sufficient(sweep)).isEqualTo(claimed);
  }

  @ParameterizedTest
  @CsvSource({"cursors-tso", "cursors-3-tso"})
  void onStoreBuffersAllSuffice(String name) {
    assertThat(sufficient(models.sweep(name))).isEqualTo(everyAssignment());
  }

  /** And TLC finds just that: all others are reported, each with its counterexample. */
  @Test
  void tlcFindsIt() throws InterruptedException {
    Sweep sweep = models.sweep("cursors");
    List<Check> checks = run(sweep);

    assertThat(checks).hasSize(1 + sweep.all().size());
    assertThat(checks).allMatch(check -> check.status() == Status.PASS);
    assertThat(checks.stream().filter(Check::control))
        .hasSize(sweep.all().size() - sufficient(sweep).size())
        .allSatisfy(
            control ->
                assertThat(Objects.requireNonNull(control.counterexample()).draw())
                    .anyMatch(line -> line.contains("race")));
  }

  /** The control: what is claimed of a mode that is too weak, or too strong, is not found. */
  @Test
  void failsWhenAnotherModeIsClaimed() throws InterruptedException {
    Sweep quick = models.sweep("cursors-quick");
    List<Sweep.Failing> fewer = quick.failing().subList(1, 4);
    Map<String, Object> design = new HashMap<>(SHIPPED);
    List<Sweep.Failing> more = new ArrayList<>(quick.failing());
    more.add(new Sweep.Failing(design, "FreeOfRaces"));

    assertThat(failed(quick.with(quick.model(), quick.cases(), fewer)))
        .containsExactly("PLoadRead=opaque");
    assertThat(failed(quick.with(quick.model(), quick.cases(), more))).containsExactly("");
  }

  /** A counterexample of a ring whose actions are wrapped is drawn with the names of its steps. */
  @Test
  void drawsTheStepsOfAWatchedRing() throws InterruptedException {
    List<String> lines =
        run(models.sweep("watch-plain")).stream()
            .filter(Check::control)
            .flatMap(check -> Objects.requireNonNull(check.counterexample()).draw().stream())
            .toList();
    assertThat(lines)
        .anyMatch(line -> line.contains("PWriteSlot"))
        .anyMatch(line -> line.contains("Watch PRODUCED="))
        .anyMatch(line -> line.contains("W from 0"))
        .noneMatch(line -> line.matches(".*(WRITE|READ|slot.)=[^ ]* \\([^)]*W from.*"))
        .noneMatch(line -> line.contains("WatchedProducer"));
  }

  /** On sequentially consistent memory it is the law's ring, so it has as many states. */
  @Test
  void hasTheStatesOfTheLaw() {
    Model ring =
        models.models().stream()
            .filter(model -> model.name().equals("weak-ring-sc"))
            .findFirst()
            .orElseThrow();
    assertThat(ring.expect()).isEqualTo(Model.named("reference-2").expect());
  }

  @Test
  void everyCaseHasANameOfItsOwn() {
    assertThat(
            models.sweeps().stream()
                .flatMap(sweep -> sweep.all().stream().map(sweep::nameOf))
                .toList())
        .doesNotHaveDuplicates();
  }

  private List<String> failed(Sweep sweep) throws InterruptedException {
    return run(sweep).stream()
        .filter(check -> check.status() == Status.FAIL)
        .map(
            check ->
                sweep.all().stream()
                    .filter(one -> sweep.nameOf(one).equals(check.name()))
                    .map(RingModesTest::weakened)
                    .collect(Collectors.joining()))
        .toList();
  }

  private static String weakened(Map<String, String> assignment) {
    return assignment.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(SHIPPED.get(entry.getKey())))
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  private List<Check> run(Sweep sweep) throws InterruptedException {
    ModelSet one = new ModelSet(List.of(), List.of(sweep));
    return new WeakLayer(one, folder).run(Bounds.FULL, Progress.SILENT).checks();
  }

  private static Set<Map<String, String>> sufficient(Sweep sweep) {
    return sweep.all().stream()
        .filter(one -> sweep.failing(one).isEmpty())
        .collect(Collectors.toSet());
  }

  private static Set<Map<String, String>> everyAssignment() {
    List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
    for (String step : SHIPPED.keySet()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> one : all) {
        for (String mode : step.contains("Load") ? LOADS : STORES) {
          Map<String, String> more = new LinkedHashMap<>(one);
          more.put(step, mode);
          longer.add(more);
        }
      }
      all = longer;
    }
    return Set.copyOf(all);
  }

  private static String mode(Map<String, String> assignment, String step) {
    return Objects.requireNonNull(assignment.get(step), step);
  }

  private static int rank(String mode) {
    return Math.max(LOADS.indexOf(mode), STORES.indexOf(mode));
  }
}
