package org.sabring.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.infra.runners.TestList;
import org.sabring.spec.Rule;
import org.sabring.spec.race.RaceProgram;
import org.sabring.spec.race.RaceRing;
import org.sabring.spec.race.RaceRing.Role;
import org.sabring.spec.race.Races;
import org.sabring.spec.verdict.Bounds;

class RaceTest {

  @Test
  void theListIsWhatIsAnnotated() throws Exception {
    assertThat(Race.all().stream().map(Race::test))
        .containsExactlyInAnyOrderElementsOf(annotatedClasses());
  }

  @Test
  void theListIsWhatJcstressKnows() {
    assertThat(Race.all().stream().map(Race::fullName))
        .containsExactlyInAnyOrderElementsOf(TestList.tests());
  }

  @Test
  void everyRaceHasTheShippedRingAndAControl() {
    for (Race race : Race.all()) {
      Set<Role> roles =
          Race.all().stream().filter(race::isBeside).map(Race::role).collect(Collectors.toSet());
      assertThat(roles).as(race.name()).contains(Role.SHIPPED, Role.CONTROL);
    }
  }

  @Test
  void everyRuleThatIsBrokenIsWatchedBesideIt() {
    for (Race control : withRole(Role.CONTROL)) {
      Race shipped =
          withRole(Role.SHIPPED).stream().filter(control::isBeside).findAny().orElseThrow();
      assertThat(control.rules()).as(control.name()).isNotEmpty();
      assertThat(shipped.rules()).as(shipped.name()).containsAll(control.rules());
    }
  }

  @Test
  void everyRuleOfThisLayerIsWatchedAndBroken() {
    List<Rule> promised =
        Stream.of(Rule.values()).filter(rule -> rule.layers().contains("race")).toList();
    assertThat(rules(Role.SHIPPED)).containsAll(promised).isEqualTo(rules(Role.CONTROL));
  }

  @Test
  void everyControlAndEveryWeakenedOneNamesItsMistake() {
    assertThat(Race.all())
        .filteredOn(race -> race.role() != Role.SHIPPED)
        .allSatisfy(race -> assertThat(race.causes()).as(race.name()).hasSize(1));
  }

  @Test
  void everyControlAndEveryWeakenedOneMayDoWhatTheShippedRingNeverDoes() {
    assertThat(Race.all())
        .filteredOn(race -> race.role() != Role.SHIPPED)
        .allSatisfy(race -> assertThat(race.mistakes()).as(race.name()).isNotEmpty());
  }

  @Test
  void everyRaceRunsOnAllItsRings() {
    List<String> rings =
        Races.all().stream()
            .flatMap(program -> program.rings().stream().map(ring -> name(program, ring)))
            .toList();
    assertThat(Race.all().stream().map(Race::name)).containsExactlyInAnyOrderElementsOf(rings);
    assertThat(Races.all()).hasSizeGreaterThanOrEqualTo(15);
  }

  private static String name(RaceProgram program, RaceRing ring) {
    return program.name() + "." + ring.name();
  }

  /** A race in which a side hangs costs half a minute, which quick does not have. */
  @Test
  void everyBoundRunsTheShippedRingAndTheControls() {
    for (Bounds bounds : Bounds.values()) {
      for (Race race : Race.all()) {
        boolean left = race.program().terminates() && bounds == Bounds.QUICK;
        if (race.role() != Role.WEAKENED && !left) {
          assertThat(Plan.of(bounds)).as(race.name()).anyMatch(plan -> plan.tests().test(race));
        }
      }
    }
  }

  @Test
  void everyRuleIsWatchedAtQuick() {
    Set<Rule> watched =
        withRole(Role.SHIPPED).stream()
            .filter(race -> Plan.of(Bounds.QUICK).stream().anyMatch(p -> p.tests().test(race)))
            .flatMap(race -> race.rules().stream())
            .collect(Collectors.toSet());
    assertThat(watched).isEqualTo(rules(Role.SHIPPED));
  }

  @Test
  void everyShippedRingIsInEveryMemory() {
    for (Race race : withRole(Role.SHIPPED)) {
      Set<Memories.Kind> kinds = EnumSet.noneOf(Memories.Kind.class);
      Plan.of(Bounds.DEFAULT).stream()
          .filter(plan -> plan.tests().test(race))
          .forEach(plan -> kinds.addAll(plan.memories()));
      assertThat(kinds.size()).as(race.name()).isEqualTo(race.program().terminates() ? 1 : 3);
    }
  }

  private static List<Race> withRole(Role role) {
    return Race.all().stream().filter(race -> race.role() == role).toList();
  }

  private static Set<Rule> rules(Role role) {
    return withRole(role).stream().flatMap(r -> r.rules().stream()).collect(Collectors.toSet());
  }

  private static List<Class<?>> annotatedClasses() throws IOException, URISyntaxException {
    URI location = Race.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path root = Path.of(location);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .<Class<?>>map(RaceTest::load)
          .filter(found -> found.isAnnotationPresent(JCStressTest.class))
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, RaceTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
