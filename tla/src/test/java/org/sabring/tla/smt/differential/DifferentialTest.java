package org.sabring.tla.smt.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.tla.smt.SmtVerdicts;
import org.sabring.tla.smt.differential.WrongTranslations.Mistake;

/**
 * The translation against TLC: random modules with random claims, of which both must say the same.
 * The seeds are printed; {@code -Dsabring.translation.seed=…} begins with that one, {@code
 * -Dsabring.full=true} takes 10,000 modules.
 */
@Tag("any-jdk")
class DifferentialTest {

  private static final int MODULES = Boolean.getBoolean("sabring.full") ? 10_000 : 100;

  /** Of so many modules one is decided for every N as well, which takes TLC three runs. */
  private static final int FOR_ALL = 3;

  /** How many modules a wrong translation gets, if the first one does not show it any more. */
  private static final int CHANCES = 200;

  @TempDir Path folder;

  @Test
  void theTranslationAndTlcAgree() throws IOException {
    long seed = Long.getLong("sabring.translation.seed", System.nanoTime() >>> 16);
    System.out.println("random modules: -Dsabring.translation.seed=" + seed);
    try (Verdicts verdicts = new Verdicts(folder)) {
      for (long i = seed; i < seed + MODULES; i++) {
        List<String> differ =
            verdicts.disagreements(RandomModule.of(i), new SmtVerdicts(), i % FOR_ALL == 0);
        assertThat(differ).as("seed " + i).isEmpty();
      }
      Map<String, Integer> counts = verdicts.counts();
      System.out.println("random modules: " + counts);
      assertThat(counts.get("PROVED")).as("PROVED").isGreaterThan(MODULES);
      assertThat(counts.get("REFUTED")).as("REFUTED").isGreaterThan(MODULES);
      assertThat(counts.get("decided, with steps")).as("steps").isGreaterThan(MODULES / 4);
      assertThat(counts.get("refused")).as("refused").isBetween(1, MODULES / 2);
    }
  }

  static List<Mistake> mistakes() {
    return WrongTranslations.ALL;
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void control_aWrongTranslationIsFound(Mistake mistake) throws IOException {
    Function<List<String>, Map<String, String>> wrong =
        EditedTranslation.of(List.of(mistake.edit()));
    try (Verdicts verdicts = new Verdicts(folder)) {
      long i = mistake.module();
      while (verdicts.disagreements(RandomModule.of(i), wrong, i % FOR_ALL == 0).isEmpty()) {
        i++; // the generator has changed: look on
        assertThat(i).as("modules until it is found").isLessThan(mistake.module() + CHANCES);
      }
    }
  }
}
