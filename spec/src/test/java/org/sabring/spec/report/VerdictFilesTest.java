package org.sabring.spec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sabring.spec.report.FakeLayer.NASTY;
import static org.sabring.spec.report.FakeLayer.failing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.law.Rule;

class VerdictFilesTest {
  private static final Verdict VERDICT =
      FakeLayer.verdict(FakeLayer.of("m", failing("c", NASTY, Rule.RB101)));

  private final Path directory;

  VerdictFilesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void writesItsFilesAndLeavesNothingElse() throws IOException {
    Path page = VerdictFiles.write(VERDICT, directory);
    assertThat(page).isEqualTo(directory.resolve("index.html"));
    assertThat(directory.toFile().list())
        .containsExactlyInAnyOrder(
            "index.html", "verdict.json", "verdict.schema.json", "junit.xml", "guarantees.md");
    assertThat(Files.readString(page)).isEqualTo(VerdictPage.render(VERDICT));
  }

  @Test
  void whatCannotBeReplacedLeavesNothingHalfWritten() throws IOException {
    Files.createDirectories(directory.resolve("verdict.json/in-the-way"));
    assertThatThrownBy(() -> VerdictFiles.write(VERDICT, directory))
        .isInstanceOf(IOException.class);
    assertThat(directory.toFile().list()).containsExactly("verdict.json");
  }

  @Test
  void anEarlierVerdictIsGoneBeforeTheNextBegins() throws IOException {
    Files.writeString(directory.resolve("mine.txt"), "kept");
    VerdictFiles.write(VERDICT, directory);
    VerdictFiles.prepare(directory);
    assertThat(directory.toFile().list()).containsExactly("mine.txt");
  }
}
