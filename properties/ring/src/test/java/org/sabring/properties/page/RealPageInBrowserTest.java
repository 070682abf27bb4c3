package org.sabring.properties.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.properties.explore.ring.ExploreLayer;
import org.sabring.spec.report.Chromium;
import org.sabring.spec.report.FakeLayer;
import org.sabring.spec.report.Steps;
import org.sabring.spec.report.Verdict;
import org.sabring.spec.report.VerdictPage;

/** Pages of real verdicts, in a browser. */
class RealPageInBrowserTest {

  @TempDir private static Path folder;

  private static Chromium chromium;

  @BeforeAll
  static void open() throws IOException {
    Path program = Chromium.installed().orElse(null);
    assumeTrue(program != null, "skipped: no chromium on the path");
    Path empty = Files.writeString(folder.resolve("empty.html"), "<title>empty</title>");
    chromium = Chromium.open(java.util.Objects.requireNonNull(program), folder, empty);
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static void show(Verdict verdict) throws IOException {
    chromium.load(Files.writeString(folder.resolve("page.html"), VerdictPage.render(verdict)));
  }

  private static String text(String selector) {
    return chromium.evaluate("document.querySelector('" + selector + "').textContent").asText();
  }

  /** All of the explorer's: those of every mutant that it can plant. */
  @Test
  void everyCounterexampleStepsToItsEndByKeysAndNothingLeavesThePage() throws IOException {
    Verdict verdict = FakeLayer.verdict(new ExploreLayer());
    show(verdict);
    assertThat(Steps.throughAll(chromium)).isGreaterThan(55);
    assertThat(chromium.requests()).hasSize(1).allMatch(url -> url.endsWith("/page.html"));
  }

  @Test
  void aPlantedMutantIsRedWithItsRuleLayerAndCounterexample() throws IOException {
    show(PlantedTest.verdict("explore", "NoNotify"));
    assertThat(text("header .status")).isEqualTo("FAIL");
    assertThat(text(".facts")).contains("1 FAIL (RB303), ");
    assertThat(text(".wrong h3")).startsWith("explore: the program that shows NoNotify");
    assertThat(text("#RB303 .status")).isEqualTo("FAIL");
    assertThat(text("#RB101 .status")).isNotEqualTo("FAIL");
    assertThat(text(".wrong .story .stage .now")).isNotEmpty();
    chromium.evaluate("document.querySelector('.wrong .story .stage').focus()");
    chromium.press("End");
    assertThat(text(".wrong .story .stage .now")).contains("PPublish");
    assertThat(chromium.complaints()).isEmpty();
  }
}
