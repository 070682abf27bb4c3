package org.sabring.spec.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.spec.check.Status;
import org.sabring.spec.trace.TraceReader;

/**
 * Histories as people record them, a file each: those of the folder {@code conforms} conform, and
 * beside each stands one of the same name in {@code violates}, with a mistake in it.
 */
@Tag("any-jdk")
class RecordedHistoriesTest {

  private static List<Path> files(String folder) throws IOException, URISyntaxException {
    Path path =
        Path.of(
            Objects.requireNonNull(RecordedHistoriesTest.class.getResource("histories/" + folder))
                .toURI());
    try (Stream<Path> files = Files.list(path)) {
      return files.sorted().toList();
    }
  }

  static List<Path> conforms() throws IOException, URISyntaxException {
    return files("conforms");
  }

  static List<Path> violates() throws IOException, URISyntaxException {
    return files("violates");
  }

  private static Judgement judge(Path file) throws IOException {
    try (TraceReader reader = TraceReader.open(file)) {
      return HistoryOracle.judge(reader);
    }
  }

  @ParameterizedTest
  @MethodSource("conforms")
  void whatIsRightConforms(Path file) throws IOException {
    Judgement judgement = judge(file);
    assertThat(judgement.finding()).as("%s", judgement).isNull();
    assertThat(judgement.status()).isEqualTo(Status.PASS);
  }

  @ParameterizedTest
  @MethodSource("violates")
  void control_whatIsSpoiltViolates(Path file) throws IOException {
    Judgement judgement = judge(file);
    assertThat(judgement.status()).isEqualTo(Status.FAIL);
    assertThat(Objects.requireNonNull(judgement.finding()).how().draw()).isNotEmpty();
  }

  @Test
  void eachHasItsCounterpart() throws IOException, URISyntaxException {
    assertThat(conforms().stream().map(Path::getFileName).map(Path::toString).toList())
        .hasSizeGreaterThanOrEqualTo(5)
        .isEqualTo(violates().stream().map(Path::getFileName).map(Path::toString).toList());
  }
}
