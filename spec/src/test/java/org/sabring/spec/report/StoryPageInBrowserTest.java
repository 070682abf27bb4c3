package org.sabring.spec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.MemoryPicture;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.report.StoryPage.Badge;
import org.sabring.spec.report.StoryPage.Fact;
import org.sabring.spec.report.StoryPage.Part;

/** A page of parts, each text of which comes from a recording that means harm. */
@Tag("any-jdk")
class StoryPageInBrowserTest {
  private static final String HOSTILE =
      "</pre></script><script>window.harm = 1</script><img src=x onerror='window.harm = 1'>"
          + "\" onclick=\"window.harm = 1\" {{{heading}}} <!-- \u2028";

  @TempDir private static Path directory;

  private static Chromium chromium;

  private static String page() {
    MemoryPicture picture =
        new MemoryPicture(
            List.of(
                new MemoryPicture.Cell("WRITE", HOSTILE), new MemoryPicture.Cell(HOSTILE, HOSTILE)),
            List.of(HOSTILE, HOSTILE),
            null,
            HOSTILE);
    Interleaving story =
        new Interleaving(
            HOSTILE,
            List.of(
                new Interleaving.Line(null, HOSTILE, HOSTILE, HOSTILE),
                new Interleaving.Line(RingSide.PRODUCER, HOSTILE, picture, HOSTILE),
                new Interleaving.Line(
                    RingSide.CONSUMER,
                    HOSTILE,
                    List.of(new MemoryPicture.Cell(HOSTILE, HOSTILE)),
                    picture,
                    HOSTILE,
                    List.of(new Interleaving.View(RingSide.CONSUMER, HOSTILE, List.of(HOSTILE))))));
    List<Fact> facts = List.of(new Fact(HOSTILE, HOSTILE));
    return StoryPage.render(
        new Badge(Status.FAIL, "VIOLATES"),
        HOSTILE,
        List.of(
            new Part(new Badge(Status.FAIL, "VIOLATES"), HOSTILE, facts, story),
            new Part(new Badge(Status.PASS, "CONFORMS"), HOSTILE, facts, null),
            new Part(new Badge(Status.UNKNOWN, "UNKNOWN"), HOSTILE, facts, null)),
        HOSTILE);
  }

  @BeforeAll
  static void open() throws IOException {
    Path program = Chromium.installed().orElse(null);
    assumeTrue(program != null, "skipped: no chromium on the path");
    Path page = Files.writeString(directory.resolve("page.html"), page());
    chromium = Chromium.open(java.util.Objects.requireNonNull(program), directory, page);
    Steps.open(chromium);
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void whatIsRecordedIsTextAndNothingElse() {
    assertThat(Steps.throughAll(chromium)).isEqualTo(1);
    assertThat(
            chromium
                .evaluate(
                    "document.querySelectorAll('img, script, [onclick], [onerror]').length"
                        + " + ' ' + window.harm + ' ' + document.querySelectorAll('section').length")
                .asText())
        .isEqualTo("2 undefined 3");
    for (String place : List.of("h1", "nav a", "h2", "dt", "dd", "summary", "footer", "title")) {
      assertThat(chromium.evaluate("document.querySelector('%s').textContent".formatted(place)))
          .asString()
          .as(place)
          .contains("<img src=x onerror='window.harm = 1'>", "{{{heading}}} <!--");
    }
    assertThat(chromium.requests()).hasSize(1);
  }

  @Test
  void everyPartIsReachedFromTheTop() {
    assertThat(
            chromium
                .evaluate(
                    "[...document.querySelectorAll('nav a')].map((one) =>"
                        + " document.querySelector(one.getAttribute('href'))"
                        + ".querySelector('.status').textContent).join()")
                .asText())
        .isEqualTo("VIOLATES,CONFORMS,UNKNOWN");
  }

  @ParameterizedTest
  @CsvSource({"light, 1280", "dark, 1280", "light, 390"})
  void axeFindsNoSeriousFaultAndNothingIsWiderThanTheWindow(String scheme, int width)
      throws IOException {
    chromium.scheme(scheme);
    chromium.width(width, 800);
    assertThat(Axe.faults(chromium)).isEmpty();
    assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(width);
  }
}
