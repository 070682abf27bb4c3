package org.sabring.spec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sabring.spec.report.FakeLayer.check;
import static org.sabring.spec.report.FakeLayer.failing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Status;
import org.sabring.spec.check.Table;
import org.sabring.spec.law.Rule;

/** The page for readers who see little, see other colours, or use no mouse: what axe-core says. */
@Tag("any-jdk")
class AccessibilityTest {

  /** A family of mutants is enough of the matrix: axe takes its time for each cell. */
  private static final String FEWER_ROWS =
      "(() => { const list = document.querySelector('#order select');"
          + " list.value = 'bounds'; list.dispatchEvent(new Event('change'));"
          + " document.querySelector('.cell[data-kind=caught]').click(); })()";

  @TempDir private static Path directory;

  private static Chromium chromium;

  /**
   * With all that a page can have: what failed, what is unknown, what did not run, a long table.
   */
  private static Verdict everything() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      rows.add(List.of("SB", "opaque", "tso", "allowed"));
    }
    List<String> columns = List.of("test", "form", "memory", "found");
    List<Table> tables =
        List.of(
            new Table("litmus", columns, rows), new Table("modes", columns, rows.subList(0, 3)));
    List<Check> checks =
        List.of(
            failing("broken", "what went wrong", Rule.RB201),
            check("open", Status.UNKNOWN, Rule.RB101),
            check("fine", Status.PASS, Rule.RB102));
    LayerResult model =
        new LayerResult("model", "Says all.", true, new Evidence(checks, tables), 1);
    LayerResult proof = LayerResult.notAsked(FakeLayer.of("proof"));
    LayerResult wide = LayerResult.notAsked(FakeLayer.of("conformance"));
    List<LayerResult> layers = List.of(model, proof, wide);
    return new Verdict("a fake", Bounds.QUICK, Machine.here(), Instant.EPOCH, 1, layers);
  }

  @BeforeAll
  static void open() throws IOException {
    Path program = Chromium.installed().orElse(null);
    assumeTrue(program != null, "skipped: no chromium on the path");
    Path page = directory.resolve("page.html");
    Files.writeString(page, VerdictPage.render(everything()));
    chromium = Chromium.open(java.util.Objects.requireNonNull(program), directory, page);
    chromium.evaluate(FEWER_ROWS);
    Steps.open(chromium);
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"light, 1280", "dark, 1280", "light, 390"})
  void axeFindsNoSeriousFault(String scheme, int width) throws IOException {
    chromium.scheme(scheme);
    chromium.width(width, 800);
    assertThat(Axe.faults(chromium)).isEmpty();
  }

  @Test
  void axeFindsWhatIsPlanted() throws IOException {
    chromium.evaluate(
        "(() => { const bad = document.createElement('div'); bad.id = 'bad';"
            + " bad.innerHTML = '<button></button><p style=\"color:#ccc;background:#fff\">pale</p>';"
            + " document.querySelector('main').append(bad); })()");
    try {
      assertThat(String.join("\n", Axe.faults(chromium))).contains("button-name", "color-contrast");
    } finally {
      chromium.evaluate("document.getElementById('bad').remove()");
    }
  }

  @ParameterizedTest
  @CsvSource({"1280", "390"})
  void nothingIsWiderThanTheWindow(int width) {
    chromium.width(width, 800);
    assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(width);
  }

  @Test
  void theTabKeyReachesEverythingThatCanBeChosen() {
    String all =
        "[...document.querySelectorAll('a[href], button, select, input, summary, [tabindex]')]"
            + ".filter((one) => !one.disabled && one.checkVisibility())";
    chromium.evaluate(all + ".forEach((one, i) => one.dataset.reach = i); window.reached = [];");
    chromium.evaluate(
        "document.addEventListener('focusin', (e) => reached.push(Number(e.target.dataset.reach)));"
            + " document.activeElement.blur(); window.scrollTo(0, 0)");
    int count = chromium.evaluate(all + ".length").asInt();
    chromium.press("Tab", count + 1);
    Set<Integer> reached = new TreeSet<>();
    for (JsonNode one : chromium.evaluate("reached")) {
      reached.add(one.asInt());
    }
    Set<Integer> expected = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      expected.add(i);
    }
    assertThat(reached).containsAll(expected);
  }
}
