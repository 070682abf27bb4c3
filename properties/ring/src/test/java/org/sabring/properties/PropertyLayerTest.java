package org.sabring.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.Disabled;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;
import org.junit.jupiter.api.Test;
import org.sabring.properties.trial.KeepsResult;
import org.sabring.properties.trial.Violation;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;

class PropertyLayerTest {

  private static final List<Class<?>> CLASSES =
      List.of(
          SequenceProperties.class,
          ThreadProperties.class,
          ScheduleProperties.class,
          EveryScheduleProperties.class);

  @Test
  void everyQuickPropertyHoldsAndEveryControlIsCaught() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream stdout = System.out;
    Heard heard = new Heard("tries");
    Evidence evidence;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      evidence = new PropertyLayer().run(Bounds.QUICK, heard);
    } finally {
      System.setOut(stdout);
    }
    assertThat(evidence.checks().stream().filter(check -> check.status() != Status.PASS))
        .map(check -> check.name() + ": " + check.detail())
        .isEmpty();
    assertThat(evidence.checks()).hasSize((int) allProperties().count() + 1 + Control.all().size());
    assertThat(evidence.checks().stream().filter(check -> !check.control()))
        .allSatisfy(check -> assertThat(check.figures().get("checks")).isIn(200, 20))
        .anySatisfy(check -> assertThat(check.figures()).containsKey("stale reads"));
    assertThat(evidence.tables().get(0).columns()).contains("Schedule.closeAndCancelAreFinal");
    assertThat(evidence.tables().get(0).rows())
        .filteredOn(row -> row.get(0).equals("wraps"))
        .isNotEmpty()
        .noneMatch(row -> row.contains("0"));
    assertThat(heard.ended()).isEqualTo(evidence.checks().stream().map(Check::name).toList());
    assertThat(heard.ended()).doesNotHaveDuplicates().hasSize(heard.announced());
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(Files.exists(Repository.path(".jqwik-database"))).isFalse();
    assertThat(Files.exists(Repository.path("properties/ring/.jqwik-database"))).isFalse();
  }

  @Test
  void everyRuleThatTheCatalogueGivesThisLayerIsWatchedAndHasAControl() {
    Set<Rule> given = EnumSet.noneOf(Rule.class);
    Stream.of(Rule.values()).filter(r -> r.layers().contains("property")).forEach(given::add);
    Set<Rule> watched = EnumSet.noneOf(Rule.class);
    allProperties().forEach(property -> watched.addAll(PropertyRun.rulesOf(property)));
    Set<Rule> broken = EnumSet.noneOf(Rule.class);
    Control.all().stream().forEach(control -> broken.addAll(control.rules()));
    assertThat(watched).isEqualTo(given);
    assertThat(broken).isEqualTo(given);
  }

  @Test
  void everyRuleThatAControlMustBreakIsWatchedByAProperty() {
    for (Control control : Control.all()) {
      assertThat(control.catches()).noneMatch(wanted -> wanted.candidates().isEmpty());
    }
  }

  @Test
  void everyPropertyInTheSourcesBelongsToALayer() throws Exception {
    Set<String> listed =
        Set.of(
            "SequenceProperties.java",
            "ThreadProperties.java",
            "ScheduleProperties.java",
            "EveryScheduleProperties.java",
            "NeverClosingProperties.java",
            "NodeProperties.java"); // of the layer stream
    assertThat(Repository.javaSources())
        .filteredOn(file -> file.toString().contains("src/main"))
        .filteredOn(
            file -> Pattern.compile("(?m)^ *@Property").matcher(Repository.read(file)).find())
        .map(file -> file.getFileName().toString())
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void aPropertyThatDidNotRunIsAFailure() throws Exception {
    Check check = only(NotRun.class);
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).isEqualTo("It did not run.");
  }

  @Test
  void aMutantThatIsNotCaughtIsAFailure() throws Exception {
    PropertyLayer layer = new PropertyLayer(List.of(), List.of(Control.named("ClosedFlagLost")));
    assertThat(layer.run(Bounds.QUICK, new Heard("tries")).status()).isEqualTo(Status.PASS);
    Control control = Control.named("ClosedFlagLost");
    Check missed =
        PropertyLayer.judge(
            control, new MutantProperties(10).look(control.mutant(), new Heard("tries")));
    assertThat(missed.status()).isEqualTo(Status.FAIL);
    assertThat(missed.detail()).contains("was not found broken");
  }

  @Test
  void aPropertyThatFailsSaysWhyAndHowToRunItAgain() throws Exception {
    Check check = only(Fails.class);
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).contains("too many").contains("[10]").contains("seed");
    assertThat(check.rules()).containsExactly(Rule.RB104);
  }

  @Test
  void aPropertyThatTriedNothingIsUnknown() throws Exception {
    assertThat(only(NothingTried.class).status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void aPropertyThatHoldsWithoutComingByWhatItMustIsUnknown() throws Exception {
    Check check = only(NeverClosingProperties.class);
    assertThat(check.status()).isEqualTo(Status.UNKNOWN);
    assertThat(check.detail()).contains("these never happened: close, ");
  }

  @Test
  void theStoryOfAFailureIsDrawnInTheCommonForm() throws Exception {
    PropertyLayer layer = new PropertyLayer(List.of(), List.of(Control.named("ClosedBeforeEmpty")));
    Check check = layer.run(Bounds.QUICK, new Heard("tries")).checks().get(0);
    List<String> drawn = Objects.requireNonNull(check.counterexample()).draw();
    assertThat(drawn.get(0)).contains("producer").contains("consumer").contains("memory");
    assertThat(drawn).anyMatch(line -> line.contains("close"));
  }

  @Test
  void anInterruptEndsTheLayer() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new PropertyLayer().run(Bounds.FULL, new Heard("tries")))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void theLayerIsFound() {
    assertThat(ServiceLoader.load(Layer.class)).map(Layer::name).contains("property");
  }

  private static Stream<Method> allProperties() {
    return CLASSES.stream().flatMap(c -> PropertyRun.propertiesOf(c).stream());
  }

  private static Check only(Class<?> properties) throws InterruptedException {
    PropertyLayer layer = new PropertyLayer(List.of(properties), List.of());
    List<Check> checks = layer.run(Bounds.QUICK, new Heard("tries")).checks();
    assertThat(checks).hasSize(1);
    return checks.get(0);
  }

  @AddLifecycleHook(value = KeepsResult.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
  static class NotRun {
    @Property
    @Rules(Rule.RB104)
    @Disabled("this is what is tested")
    void isSkipped(@ForAll int any) {
      assertThat(any).isNegative();
    }
  }

  @AddLifecycleHook(value = KeepsResult.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
  static class Fails {
    @Property
    @Rules(Rule.RB104)
    void isTooMany(@ForAll @IntRange(max = 100) int stored) {
      Violation.check(stored < 10, "too many", Rule.RB104);
    }
  }

  @AddLifecycleHook(value = KeepsResult.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
  static class NothingTried {
    @Property
    @Rules(Rule.RB104)
    void isNeverTried(@ForAll int any) {
      Assume.that(Math.abs((long) any) < 0);
    }
  }
}
