package org.sabring.spec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.law.Rule;

class PlacesTest {
  private static final Path ROOT = Path.of(System.getProperty("sabring.root"));

  @Test
  void everyRuleHasItsLawAndTheLineIsThere() throws IOException {
    Places places = new Places(ROOT);
    for (Rule rule : Rule.values()) {
      List<Places.Place> law =
          places.of(rule).stream().filter(place -> place.address().endsWith(".tla")).toList();
      assertThat(law).as(rule.name()).isNotEmpty();
      for (Places.Place place : law) {
        int line = Integer.parseInt(place.text().replaceFirst(".*:", ""));
        String found =
            Files.readAllLines(ROOT.resolve(place.address().substring("../../".length())))
                .get(line - 1);
        assertThat(Rule.statedBy(found.split(" ", 2)[0])).contains(rule);
      }
    }
  }

  @Test
  void theRingNamesTheRulesThatItKeeps() {
    assertThat(new Places(ROOT).of(Rule.RB301))
        .extracting(Places.Place::address)
        .contains("../../impl/src/main/java/org/sabring/ring/CursorRing.java");
  }

  @Test
  void withoutSourcesThereAreNone(@TempDir Path empty) {
    assertThat(new Places(empty).of(Rule.RB301)).isEmpty();
  }
}
