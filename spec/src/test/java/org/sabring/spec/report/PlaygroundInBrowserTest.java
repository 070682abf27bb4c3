package org.sabring.spec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sabring.spec.report.FakeLayer.check;

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
import org.sabring.spec.law.MachineGraph;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.ReferenceMachine;
import org.sabring.spec.law.RingState;

/** The playground as a reader has it; its graph is held against the machine that it was made of. */
@Tag("any-jdk")
class PlaygroundInBrowserTest {

  @TempDir private static Path directory;

  private static Chromium chromium;

  @BeforeAll
  static void open() throws IOException {
    assumeTrue(Chromium.installed().isPresent(), "skipped: no chromium on the path");
    Verdict verdict = FakeLayer.verdict(FakeLayer.of("model", check("c", Status.PASS)));
    Path page = Files.writeString(directory.resolve("page.html"), VerdictPage.render(verdict));
    chromium =
        Chromium.open(Chromium.installed().orElseThrow(), directory.resolve("profile"), page);
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static String play(String rest) {
    return chromium.evaluate("document.getElementById('play')" + rest).asText();
  }

  private static void choose(String mistake) {
    chromium.evaluate(
        "(() => { const list = document.querySelector('#play select');"
            + " list.selectedIndex = [...list.options].findIndex((one) => one.text === '"
            + mistake
            + "'); list.dispatchEvent(new Event('change')); })()");
  }

  private static void click(String label) {
    chromium.evaluate(
        "[...document.querySelectorAll('#play button')].find((one) => one.textContent.includes('"
            + label
            + "')).click()");
  }

  @Test
  void keysScheduleTheSidesAndGoBack() {
    choose("no mistake: the law");
    chromium.evaluate("document.querySelector('#play .stage').focus()");
    for (String key : List.of("P", "P", "P", "P", "P", "P", "C", "C", "C", "C")) {
      chromium.press(key);
    }
    assertThat(play(".dataset.steps")).isEqualTo("10");
    assertThat(play(".querySelector('.ring').getAttribute('aria-label')"))
        .isEqualTo("Ring of 2 slots: 1, 0; WRITE 1, READ 1");
    assertThat(play(".querySelector('.shared').textContent"))
        .isEqualTo(
            "./sabring explore --memory sc --capacity 2 --producer \"put 1\" --consumer \"take\""
                + " --replay PPPPPPCCCC");
    chromium.press("B");
    assertThat(play(".querySelector('.ring').getAttribute('aria-label')"))
        .isEqualTo("Ring of 2 slots: 1, 0; WRITE 1, READ 0");
  }

  @ParameterizedTest
  @CsvSource({"PublishBeforeWrite,RB201", "NoNotify,RB301", "NotifyBeforePublish,RB301"})
  void aPlantedMistakeIsFoundAndReplays(String mistake, String rule) {
    choose(mistake);
    assertThat(play(".dataset.broken")).isEmpty();
    click("break it for me");
    assertThat(play(".dataset.broken")).contains(rule);
    String command = play(".querySelector('.shared').textContent");
    assertThat(command).contains("--mistake " + mistake + " ");
    choose("no mistake: the law");
    assertThat(play(".dataset.broken")).isEmpty();
    chromium.evaluate("document.querySelector('#play input').value = `" + command + "`");
    click("replay");
    assertThat(play(".dataset.broken")).contains(rule);
    assertThat(play(".querySelector('.shared').textContent")).isEqualTo(command);
  }

  @Test
  void theLawCannotBeBroken() {
    MachineGraph graph = new MachineGraph(new ReferenceMachine(PlaygroundData.PROTOCOL));
    choose("no mistake: the law");
    click("break it for me");
    assertThat(play(".dataset.broken")).isEmpty();
    assertThat(play(".querySelector('.now').textContent"))
        .contains("No schedule", graph.states() + " states");
  }

  @Test
  void aScheduleThatIsNotPossibleIsRefusedByName() {
    choose("no mistake: the law");
    chromium.evaluate("document.querySelector('#play input').value = 'PPPs'");
    click("replay");
    assertThat(play(".querySelector('.now').textContent"))
        .contains("step 3 is Ps, which is not possible there");
  }

  @Test
  void theGraphIsTheMachines() {
    MachineGraph graph = new MachineGraph(new ReferenceMachine(PlaygroundData.PROTOCOL));
    String read = "readGraph(data.playground, data.playground.machines[0])";
    assertThat(chromium.evaluate(read + ".size").asInt()).isEqualTo(graph.states());
    assertThat(
            chromium.evaluate(read + ".out.reduce((all, edges) => all + edges.length, 0)").asInt())
        .isEqualTo(graph.edges());
    for (int at = 0; at < graph.states(); at += 97) {
      RingState state = graph.state(at);
      String found =
          chromium
              .evaluate(
                  "(() => { const graph = %s; const s = graph.state(%d);".formatted(read, at)
                      + " return [s.WRITE, s.READ, s.PRODUCED, s.slot0, s.slot1, s.pStep, s.cStep,"
                      + " s.cWrite, graph.out[%d].map((edge) => edge.step + edge.to)].join(' ') })()"
                          .formatted(at))
              .asText();
      assertThat(found).isEqualTo(expected(graph, at, state));
    }
  }

  private static String expected(MachineGraph graph, int at, RingState s) {
    StringBuilder edges = new StringBuilder();
    int end = at + 1 == graph.states() ? graph.edges() : graph.first(at + 1);
    for (int edge = graph.first(at); edge < end; edge++) {
      edges.append(edges.isEmpty() ? "" : ",").append(graph.step(edge)).append(graph.target(edge));
    }
    return String.join(
        " ",
        word(s.write()),
        word(s.read()),
        "" + s.produced(),
        "" + s.slot().get(0),
        "" + s.slot().get(1),
        s.pStep().name(),
        s.cStep().name(),
        word(s.cWrite()),
        edges);
  }

  private static String word(int word) {
    return MemoryLayout.show(word);
  }

  @Test
  void nothingWasComplainedOfOrAskedFor() {
    assertThat(chromium.complaints()).isEmpty();
    assertThat(chromium.requests()).hasSize(1);
  }
}
