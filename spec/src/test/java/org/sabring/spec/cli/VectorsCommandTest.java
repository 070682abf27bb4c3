package org.sabring.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.spec.check.Figures;
import org.sabring.spec.law.MachineGraph;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Protocol;
import org.sabring.spec.law.ReferenceMachine;
import org.sabring.spec.law.RingStep;

@Tag("any-jdk")
class VectorsCommandTest {

  @TempDir Path root;

  private Cli vectors(String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "vectors";
    System.arraycopy(options, 0, args, 1, options.length);
    return Cli.run(root, List.of(), args);
  }

  @Test
  void coversEveryStepAndSaysHowManyThereAre() throws Exception {
    Cli run = vectors("--capacity", "2", "--items", "1");
    assertThat(run.code()).isZero();
    List<JsonNode> lines = lines(run.out());
    MachineGraph graph = graph(1);
    long schedules = lines.stream().filter(line -> line.has("schedule")).count();
    long steps = lines.stream().filter(line -> line.has("step")).count();
    assertThat(lines).hasSize((int) (1 + schedules + steps));
    assertThat(run.err().strip())
        .isEqualTo(
            "%s: covered by %s schedules of %s steps together"
                .formatted(size(graph), Figures.text(schedules), Figures.text(steps)));
    assertThat(lines.get(0).toString())
        .isEqualTo(
            ("{\"format\":\"sabring-vectors\",\"version\":1,\"capacity\":2,\"items\":1,"
                    + "\"profile\":\"reference\",\"states\":%d,\"edges\":%d,"
                    + "\"schedules\":%d,\"steps\":%d}")
                .formatted(graph.states(), graph.edges(), schedules, steps));
    assertThat(names(lines))
        .contains("PLoadWrite", "PClose", "PNotify", "CWait", "CWake", "CCancel", "CCountConsumed");
  }

  /** A ring of 2 is full with one element: only a second one waits for room. */
  @Test
  void withTwoElementsEveryStepOfTheProtocolIsThere() throws Exception {
    Path file = root.resolve("vectors.jsonl");
    Cli run = vectors("--output", file.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(size(graph(2)) + ": covered by ");
    List<String> taken =
        Arrays.stream(RingStep.values()).filter(RingStep::isAction).map(RingStep::name).toList();
    assertThat(names(lines(Files.readString(file)))).containsExactlyInAnyOrderElementsOf(taken);
  }

  @Test
  void isTheSameEachTime() {
    assertThat(vectors("--items", "0").out()).isEqualTo(vectors("--items", "0").out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--capacity=1",
        "--capacity=7",
        "--items=-1",
        "--items=14",
        "--items=x",
        "--output=none/x"
      })
  void badBoundsAreAMistakeOfTheCaller(String option) {
    Cli run = vectors(option);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(option.substring(option.indexOf('=') + 1));
  }

  private static MachineGraph graph(int items) {
    return new MachineGraph(
        new ReferenceMachine(new Protocol(2, items, 4, Profile.REFERENCE, true, true)));
  }

  private static String size(MachineGraph graph) {
    return "%s states, %s edges"
        .formatted(Figures.text(graph.states()), Figures.text(graph.edges()));
  }

  private static Set<String> names(List<JsonNode> lines) {
    Set<String> names = new HashSet<>();
    lines.stream()
        .filter(line -> line.has("step"))
        .forEach(line -> names.add(line.get("step").asText()));
    return names;
  }

  private static List<JsonNode> lines(String text) {
    ObjectMapper json = new ObjectMapper();
    return text.lines()
        .map(
            line -> {
              try {
                return json.readTree(line);
              } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            })
        .toList();
  }
}
