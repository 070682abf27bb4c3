package org.sabring.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names of the steps, which the specification shares, stand in the code. */
class StepNamesTest {

  @Test
  void everyStepStandsOnOneLine() throws Exception {
    Path folder =
        Path.of(System.getProperty("sabring.root"), "impl/src/main/java/org/sabring/ring");
    assertThat(stepsIn(folder.resolve("Producer.java")))
        .containsExactlyInAnyOrder(
            "PLoadWrite",
            "PLoadRead",
            "PCountWait",
            "PWait",
            "PWake",
            "PWriteSlot",
            "PCountProduced",
            "PPublish",
            "PNotify",
            "PClose");
    assertThat(stepsIn(folder.resolve("Consumer.java")))
        .containsExactlyInAnyOrder(
            "CLoadWrite",
            "CLoadRead",
            "CCountWait",
            "CWait",
            "CWake",
            "CReadSlot",
            "CPublish",
            "CCountConsumed",
            "CNotify",
            "CCancel");
  }

  private static List<String> stepsIn(Path source) throws Exception {
    return Pattern.compile("(?m)\\S.*; // ([A-Z]\\w+(?:, [A-Z]\\w+)*)$")
        .matcher(Files.readString(source))
        .results()
        .map((MatchResult line) -> line.group(1))
        .flatMap(names -> Stream.of(names.split(", ")))
        .toList();
  }
}
