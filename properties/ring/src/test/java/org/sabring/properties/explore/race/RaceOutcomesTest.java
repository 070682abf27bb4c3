package org.sabring.properties.explore.race;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sabring.spec.race.RaceProgram;
import org.sabring.spec.race.RaceRing;
import org.sabring.spec.race.RaceRing.Role;
import org.sabring.spec.race.Races;

/**
 * The outcomes that jcstress is held to are those that the explorer computes. After a change in
 * {@code races.json}, {@code -Dsabring.races=write} with this test writes {@code outcomes.json}.
 */
class RaceOutcomesTest {

  private static final Path FILE =
      Path.of(
          System.getProperty("sabring.root", "../.."),
          "spec/src/main/resources/org/sabring/spec/race/outcomes.json");

  private static Races.Outcomes computed = new Races.Outcomes();

  @BeforeAll
  static void compute() throws InterruptedException, IOException {
    computed = RaceExplorer.all();
    if (System.getProperty("sabring.races", "").equals("write")) {
      Files.writeString(FILE, OutcomesText.of(computed));
    }
  }

  @Test
  void theFileHasWhatTheExplorerFinds() throws IOException {
    Races.Outcomes written =
        new ObjectMapper().readValue(Files.readString(FILE), Races.Outcomes.class);
    assertThat(written)
        .as("outcomes.json, which -Dsabring.races=write with this test writes anew")
        .isEqualTo(computed);
  }

  @Test
  void aStrongerMemoryAllowsNoMore() {
    for (RaceProgram race : Races.all()) {
      for (RaceRing ring : race.rings()) {
        assertThat(of(race, ring, "TSO")).as("%s", race).containsAll(of(race, ring, "SC"));
        assertThat(of(race, ring, "RA")).as("%s", race).containsAll(of(race, ring, "TSO"));
      }
    }
  }

  /** The control: were the explorer blind to what is planted, the sets would be the same. */
  @Test
  void aControlAllowsOnAnX86MachineWhatTheShippedRingNeverDoes() {
    for (RaceProgram race : Races.all()) {
      for (RaceRing ring : race.rings()) {
        if (ring.role() == Role.CONTROL) {
          assertThat(of(race, ring, "SC"))
              .as("%s on %s", race.name(), ring)
              .anyMatch(one -> !of(race, RaceRing.SHIPPED, "RA").contains(one));
        }
      }
    }
  }

  @Test
  void theShippedRingLeavesNobodyAsleep() {
    for (RaceProgram race : Races.all()) {
      assertThat(of(race, RaceRing.SHIPPED, "RA"))
          .as(race.name())
          .isNotEmpty()
          .noneMatch(one -> one.contains(RaceProgram.ASLEEP) || one.equals(RaceProgram.STALE));
    }
  }

  private static SortedSet<String> of(RaceProgram race, RaceRing ring, String memory) {
    return computed.of(race, ring, memory);
  }
}
