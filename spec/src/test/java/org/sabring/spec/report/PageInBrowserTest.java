package org.sabring.spec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sabring.spec.report.FakeLayer.NASTY;
import static org.sabring.spec.report.FakeLayer.check;
import static org.sabring.spec.report.FakeLayer.failing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.MachineGraph;
import org.sabring.spec.law.MemoryPicture;
import org.sabring.spec.law.MemoryPicture.Cell;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Protocol;
import org.sabring.spec.law.ReferenceMachine;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;

/** The page as a reader has it: in a browser, with a keyboard, and without a network. */
@Tag("any-jdk")
class PageInBrowserTest {

  @TempDir private static Path directory;

  private static Chromium chromium;
  private static String page;

  private static Check told(Interleaving story) {
    return new Check("told", true, List.of(Rule.RB101), Status.PASS, "", Map.of(), story);
  }

  private static Interleaving longWay() {
    MachineGraph graph =
        new MachineGraph(
            new ReferenceMachine(new Protocol(2, 2, 4, Profile.REFERENCE, true, false)));
    return graph.story("the last state of all", graph.way(graph.states() - 1));
  }

  private static Interleaving weak() {
    List<Interleaving.View> views =
        List.of(new Interleaving.View(RingSide.CONSUMER, "WRITE", List.of("1", "0")));
    return new Interleaving(
        "old stores",
        List.of(
            new Interleaving.Line(null, "", picture(0), ""),
            new Interleaving.Line(
                RingSide.PRODUCER,
                "PPublish WRITE := 1",
                List.of(new Cell("WRITE", 1)),
                picture(1),
                "",
                views)));
  }

  private static MemoryPicture picture(int write) {
    return new MemoryPicture(
        List.of(new Cell("WRITE", write), new Cell("READ", 0)), List.of("0", "0"), Set.of(), "");
  }

  @BeforeAll
  static void open() throws IOException {
    assumeTrue(Chromium.installed().isPresent(), "skipped: no chromium on the path");
    page =
        VerdictPage.render(
            FakeLayer.verdict(
                FakeLayer.of(
                    "model",
                    failing(NASTY, NASTY + "</script><script>alert(1)</script>", Rule.RB201),
                    told(longWay()),
                    told(weak()),
                    check("no story", Status.PASS),
                    check("watches", Status.PASS, Rule.RB101))));
    chromium = show("page", page);
  }

  private static Chromium show(String name, String content) throws IOException {
    Path file = Files.writeString(directory.resolve(name + ".html"), content);
    return Chromium.open(
        Chromium.installed().orElseThrow(), directory.resolve("profile-" + name), file);
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void loadsWithoutComplaintAndAsksForNothing() {
    Steps.open(chromium);
    assertThat(chromium.requests()).hasSize(1).allMatch(url -> url.endsWith("/page.html"));
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void whatLeavesThePageIsNoticedAndRefused() throws IOException {
    try (Chromium other = show("leaves", page)) {
      other.evaluate("fetch('nowhere.json').catch(() => 0).then(() => 1)");
      other.evaluate("console.error('a control')");
      assertThat(other.complaints()).isNotEmpty();
      assertThat(String.join(" ", other.complaints())).contains("a control", "Content Security");
    }
  }

  @Test
  void theMatrixIsFilteredSortedAndTold() {
    String count = "document.querySelectorAll('.heat tbody tr').length";
    int all = chromium.evaluate(count).asInt();
    assertThat(all).isEqualTo(Mutants.all().size());
    chromium.evaluate(
        "(() => { const list = document.querySelector('#order select');"
            + " list.value = 'bounds'; list.dispatchEvent(new Event('change')); })()");
    assertThat(chromium.evaluate(count).asLong())
        .isEqualTo(Mutants.all().stream().filter(one -> one.family().equals("bounds")).count());
    chromium.evaluate("document.querySelector('.cell').focus()");
    chromium.press("Enter");
    assertThat(chromium.evaluate("document.getElementById('cell').textContent").asText())
        .contains("AllSlotsUsed, model", "./sabring explain AllSlotsUsed");
    chromium.evaluate(
        "(() => { const list = document.querySelector('#order select');"
            + " list.selectedIndex = 0; list.dispatchEvent(new Event('change')); })()");
    assertThat(chromium.evaluate(count).asInt()).isEqualTo(all);
  }

  /** The first click opens the tick, the second goes to the check or to the mistake. */
  @Test
  void theEvidenceOfATickIsTwoClicksAway() throws IOException {
    try (Chromium other = show("clicks", page)) {
      for (String name : List.of("watches", "told")) {
        other.evaluate("scrollTo(0, 0)");
        other.evaluate("document.querySelector('#RB101-model summary').click()");
        assertThat(other.evaluate("document.querySelector('#RB101-model').innerText").asText())
            .contains("Holds for: capacity 2.", name);
        String link =
            "[...document.querySelectorAll('#RB101-model a')].find((a) => a.textContent === '%s')";
        other.evaluate(link.formatted(name) + ".click()");
        String shown =
            "new Promise((done) => setTimeout(() => { const it = document.activeElement;"
                + " const box = it.getBoundingClientRect();"
                + " done([it.dataset.name, box.height > 0, box.top >= -1 && box.top < innerHeight,"
                + " [...it.querySelectorAll('details.story')].every((story) => story.open)]"
                + ".join(' ')); }, 200))";
        assertThat(other.evaluate(shown).asText()).isEqualTo(name + " true true true");
        other.evaluate("document.querySelector('#RB101-model summary').click()");
      }
    }
  }

  @Test
  void everyCounterexampleStepsToItsEndByKeys() {
    assertThat(Steps.throughAll(chromium)).isEqualTo(4); // what failed is there twice
  }

  @Test
  void aSpoiltCounterexampleIsNoticed() throws IOException {
    int from = page.indexOf("id=\"data\">") + "id=\"data\">".length();
    int to = page.indexOf("</script>", from);
    JsonNode data = new ObjectMapper().readTree(page.substring(from, to));
    ((ArrayNode) data.at("/stories/2/lines")).remove(4);
    String spoilt =
        page.substring(0, from) + data.toString().replace("<", "\\u003c") + page.substring(to);
    try (Chromium other = show("spoilt", spoilt)) {
      assertThatThrownBy(() -> Steps.throughAll(other))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("story 2");
    }
  }

  @Test
  void theDrawingSaysWhatTheDataSay() {
    Steps.open(chromium);
    String story = "document.querySelectorAll('details.story')[3]";
    chromium.evaluate(story + ".querySelector('.stage').focus()");
    chromium.press("End");
    assertThat(
            chromium
                .evaluate(story + ".querySelector('.ring').getAttribute('aria-label')")
                .asText())
        .isEqualTo("Ring of 2 slots: 0, 0; WRITE 1, READ 0");
    assertThat(chromium.evaluate(story + ".querySelector('.board').textContent").asText())
        .contains("may load WRITE as 1 or 0");
  }

  @Test
  void theKeyboardReachesEverything() {
    Steps.open(chromium);
    long unreachable =
        chromium
            .evaluate(
                "[...document.querySelectorAll('.stage')].filter((one) => one.tabIndex !== 0).length")
            .asLong();
    assertThat(unreachable).isZero();
    chromium.evaluate("document.querySelector('.stage').focus()");
    chromium.press("Home");
    chromium.press("Tab");
    assertThat(chromium.evaluate("document.activeElement.tagName").asText()).isEqualTo("BUTTON");
    assertThat(chromium.evaluate("document.activeElement.title").asText()).startsWith("next step");
    chromium.press("Enter");
    assertThat(chromium.evaluate("document.querySelector('.stage').dataset.at").asInt())
        .isEqualTo(1);
  }
}
