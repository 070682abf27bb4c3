package org.sabring.properties.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.properties.explore.ring.ExploreCommand;
import org.sabring.spec.report.FakeLayer;
import org.sabring.spec.report.VerdictPage;
import picocli.CommandLine;

/**
 * The command that the playground shows takes the same steps on the shipped ring, with the same
 * memory after each: random walks through the page's own graphs, by the page's own script.
 */
@Tag("any-jdk")
class PlaygroundReplayTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int WALKS = 40;
  private static final int SEED = 20261123;

  @TempDir private static Path folder;

  private static JsonNode walks = MAPPER.missingNode();
  private static int modulus;

  private static boolean hasNode() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(one -> Files.isExecutable(Path.of(one, "node")));
  }

  @BeforeAll
  static void walk() throws Exception {
    assumeTrue(hasNode(), "skipped: no node on the path");
    String page = VerdictPage.render(FakeLayer.verdict());
    int from = page.indexOf("id=\"data\">") + "id=\"data\">".length();
    String data = page.substring(from, page.indexOf("</script>", from));
    modulus = MAPPER.readTree(data).path("playground").path("modulus").asInt();
    Path dataFile = Files.writeString(folder.resolve("data.json"), data);
    Path graph = copy(VerdictPage.class, "graph.js");
    Path driver = copy(PlaygroundReplayTest.class, "walks.cjs");
    Path out = folder.resolve("walks.json");
    Process node =
        new ProcessBuilder(
                "node",
                driver.toString(),
                dataFile.toString(),
                graph.toString(),
                "" + WALKS,
                "" + SEED)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(node.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(node.exitValue()).isZero();
    walks = MAPPER.readTree(out.toFile());
  }

  private static Path copy(Class<?> beside, String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      Path file = folder.resolve(name);
      Files.write(file, in.readAllBytes());
      return file;
    }
  }

  /** As a shell takes it. */
  private static List<String> arguments(String command) {
    List<String> arguments = new ArrayList<>();
    Pattern.compile("\"([^\"]*)\"|(\\S+)")
        .matcher(command)
        .results()
        .forEach(found -> arguments.add(found.group(1) == null ? found.group(2) : found.group(1)));
    assertThat(arguments.subList(0, 2)).containsExactly("./sabring", "explore");
    arguments.add("--json");
    return arguments.subList(2, arguments.size());
  }

  private static JsonNode replay(String command) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(new ExploreCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments(command).toArray(String[]::new));
    assertThat(code).as("%s: %s", command, err).isZero();
    return MAPPER.readTree(out.toString()).path("interleaving").path("lines");
  }

  /** The memory as the explorer writes it, of a state of the graph. */
  private static String memory(JsonNode state) {
    return "WRITE=%s READ=%s PRODUCED=%s CONSUMED=%s P_WAITS=%s C_WAITS=%s slot0=%s slot1=%s"
        .formatted(
            text(state, "WRITE"),
            text(state, "READ"),
            text(state, "PRODUCED"),
            text(state, "CONSUMED"),
            text(state, "PRODUCER_WAITS"),
            text(state, "CONSUMER_WAITS"),
            text(state, "slot0"),
            text(state, "slot1"));
  }

  private static String text(JsonNode state, String name) {
    return state.path(name).asText();
  }

  /** The explorer counts on where the graph goes around. */
  private static String around(String memory) {
    return Pattern.compile("(PRODUCED|CONSUMED|P_WAITS|C_WAITS)=(\\d+)")
        .matcher(memory.replace("+flag", "!"))
        .replaceAll(found -> found.group(1) + "=" + Integer.parseInt(found.group(2)) % modulus);
  }

  @Test
  void everyWalkOnTheLawIsTheSameOnTheRing() throws IOException {
    int steps = 0;
    for (JsonNode walk : walks) {
      if (walk.path("machine").asText().isEmpty()) {
        steps += compare(walk);
      }
    }
    assertThat(steps).isGreaterThan(WALKS * 20);
  }

  @Test
  void everyWalkOfAMutantIsTheSameOnTheMutantRing() throws IOException {
    int steps = 0;
    for (JsonNode walk : walks) {
      if (!walk.path("machine").asText().isEmpty()) {
        steps += compare(walk);
      }
    }
    assertThat(steps).isGreaterThan(WALKS * 3 * 5);
  }

  private static int compare(JsonNode walk) throws IOException {
    String command = walk.path("command").asText();
    JsonNode steps = walk.path("steps");
    assertThat(walk.path("again").asInt()).as(command).isEqualTo(steps.size());
    JsonNode lines = replay(command);
    assertThat(lines).as(command).hasSize(steps.size() + 1);
    for (int i = 0; i < steps.size(); i++) {
      JsonNode line = lines.path(i + 1);
      String at = command + ", step " + (i + 1) + ": " + line.path("text").asText();
      assertThat(line.path("side").asText()).as(at).isEqualTo(steps.path(i).path("side").asText());
      assertThat(around(line.path("memory").asText()))
          .as(at)
          .startsWith(memory(steps.path(i).path("state")));
      String step = steps.path(i).path("step").asText();
      if (!step.endsWith("Wake")) {
        assertThat(line.path("text").asText()).as(at).containsPattern("\\b" + step + "\\b");
      }
    }
    return steps.size();
  }
}
