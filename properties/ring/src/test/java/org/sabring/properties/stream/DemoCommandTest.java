package org.sabring.properties.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.spec.cli.ExtensionCommand;
import picocli.CommandLine;

@Timeout(60)
class DemoCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return new CommandLine(new DemoCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void everyValueIsDoubledInOrder() {
    assertThat(run("--items", "50", "--produce", "0", "--consume", "0")).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(50);
    for (int i = 0; i < 50; i++) {
      assertThat(lines.get(i))
          .startsWith("Stream consumed: %5d   ring [".formatted(2 * (i + 1)))
          .contains(" of 7   stream ");
    }
  }

  @Test
  void nothingGrowsBeyondItsBound() throws Exception {
    assertThat(run("--items", "60", "--capacity", "3", "--produce", "0", "--json")).isZero();
    JsonNode consumed = new ObjectMapper().readTree(out.toString()).path("consumed");
    List<Integer> values = new ArrayList<>();
    for (JsonNode moment : consumed) {
      values.add(moment.path("value").asInt());
      assertThat(moment.path("ring").asInt()).isBetween(0, 2);
      // the mark of 4 of the ring's stream, one in map and one in the sink
      assertThat(moment.path("stream").asInt()).isBetween(0, 4 + 1 + 1);
    }
    assertThat(values).isEqualTo(IntStream.rangeClosed(1, 60).map(x -> 2 * x).boxed().toList());
    assertThat(consumed.path(59).path("producerWaits").asInt()).isPositive();
  }

  @Test
  void badNumbersAreNamed() {
    assertThat(run("--capacity", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("--capacity=1, expected at least 2");
  }

  @Test
  void theCommandIsFound() {
    assertThat(ServiceLoader.load(ExtensionCommand.class))
        .hasAtLeastOneElementOfType(DemoCommand.class);
  }
}
