package org.sabring.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.check.Status;
import org.sabring.spec.oracle.TraceFinding;

class RecordingsTest {
  private static final String HEAD =
      "{\"format\":\"sabring-trace\",\"version\":1,\"kind\":\"steps\",\"capacity\":%d,"
          + "\"complete\":true,\"run\":\"%s\",\"thread\":\"%s\"}%n";
  private static final String PUT =
      """
      {"access":"load","word":"read","value":0}
      {"access":"store","word":"data","index":0,"value":7}
      {"access":"store","word":"write","value":1}
      """;
  private static final String TAKE =
      """
      {"access":"load","word":"write","value":1}
      {"access":"load","word":"data","index":0,"value":%d}
      {"access":"store","word":"read","value":1}
      """;

  @TempDir Path folder;

  private Path file(String name, int capacity, String run, String thread, String lines)
      throws IOException {
    return Files.writeString(folder.resolve(name), HEAD.formatted(capacity, run, thread) + lines);
  }

  @Test
  void filesOfOneRunAreOneRecording() throws IOException {
    Path p = file("p", 4, "a", "P", PUT);
    Path right = file("c", 4, "a", "C", TAKE.formatted(7));
    assertThat(Recordings.judge(List.of(right, p), null))
        .singleElement()
        .extracting(Judged::status)
        .isEqualTo(Status.PASS);

    Path wrong = file("w", 4, "a", "C", TAKE.formatted(8));
    Judged judged = Recordings.judge(List.of(p, wrong), null).get(0);
    assertThat(judged.status()).isEqualTo(Status.FAIL);
    TraceFinding finding =
        Objects.requireNonNull(Objects.requireNonNull(judged.judgement()).finding());
    assertThat(finding.file()).isEqualTo(wrong.toString());
    assertThat(finding.line()).isEqualTo(3);
  }

  @Test
  void whatDoesNotBelongTogetherIsRefused() throws IOException {
    Path p = file("p", 4, "a", "P", PUT);
    assertThat(error(p, file("c1", 8, "a", "C", ""))).contains("the same ring in all files");
    assertThat(error(p, file("p2", 4, "a", "P", ""))).contains("thread \"P\", as in");
    assertThat(error(p, file("c2", 4, "b", "C", ""))).contains("the only file of the run");
  }

  private static String error(Path... files) {
    List<Judged> judged = Recordings.judge(List.of(files), null);
    assertThat(judged).anySatisfy(file -> assertThat(file.error()).isNotNull());
    return judged.stream()
        .filter(file -> file.error() != null)
        .map(file -> file.error().getMessage())
        .reduce("", String::concat);
  }

  @Test
  void aThreadAloneIsNotComplete() throws IOException {
    Path c = file("c", 4, "a", "C", TAKE.formatted(7));
    Judged judged = Recordings.judge(List.of(c), null).get(0);
    assertThat(judged.status()).isNotEqualTo(Status.FAIL);
  }
}
