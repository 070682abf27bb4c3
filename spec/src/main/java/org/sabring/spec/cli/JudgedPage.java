package org.sabring.spec.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Status;
import org.sabring.spec.oracle.Judgement;
import org.sabring.spec.oracle.TraceFinding;
import org.sabring.spec.report.StoryPage;
import org.sabring.spec.report.StoryPage.Badge;
import org.sabring.spec.report.StoryPage.Fact;
import org.sabring.spec.report.StoryPage.Part;
import org.sabring.spec.report.Verification;

/**
 * The HTML page of {@code sabring check}: the results of all files, and how findings came about.
 */
final class JudgedPage {
  private static final String BEGINNING = "<!DOCTYPE html>";

  private static final String FOOTER =
      "CONFORMS holds of what was recorded, and no further: another run of the same program may"
          + " differ. What does not fit, or was not judged to its end, is UNKNOWN.";

  private JudgedPage() {}

  /**
   * Why no page may be written to a place: it would take that of a recording, as in {@code --html
   * *.jsonl}, or of a device.
   */
  static Optional<String> obstacle(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return Optional.of(parent == null ? "it is a directory" : "there is no directory " + parent);
    }
    if (Files.isDirectory(file)) {
      return Optional.of("it is a directory");
    }
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file)) {
      return Optional.of("it is no ordinary file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      String found = new String(in.readNBytes(BEGINNING.length()), StandardCharsets.ISO_8859_1);
      return found.isEmpty() || found.equals(BEGINNING)
          ? Optional.empty()
          : Optional.of("it is there already, and no page");
    } catch (IOException e) {
      return Optional.of(Verification.describe(e));
    }
  }

  static String render(List<Judged> files) {
    Status all = Status.all(files.stream().map(Judged::status).toList());
    return StoryPage.render(
        badge(all), heading(files), files.stream().map(JudgedPage::part).toList(), FOOTER);
  }

  private static Badge badge(Status status) {
    return new Badge(status, JudgedText.word(status));
  }

  /** For example {@code 3 files: 2 CONFORMS, 1 VIOLATES}; of one file, its name. */
  private static String heading(List<Judged> files) {
    if (files.size() == 1) {
      return files.get(0).file();
    }
    return Figures.text(files.size())
        + " files: "
        + Arrays.stream(Status.values())
            .filter(status -> files.stream().anyMatch(file -> file.status() == status))
            .map(status -> count(files, status) + " " + JudgedText.word(status))
            .collect(Collectors.joining(", "));
  }

  private static String count(List<Judged> files, Status status) {
    return Figures.text(files.stream().filter(file -> file.status() == status).count());
  }

  private static Part part(Judged file) {
    List<Fact> facts = new ArrayList<>();
    if (file.error() != null) {
      facts.add(new Fact("Why", String.valueOf(file.error().getMessage())));
    }
    Judgement judgement = file.judgement();
    if (judgement == null) {
      return new Part(badge(file.status()), file.file(), facts, null);
    }
    facts(judgement, facts);
    TraceFinding finding = judgement.finding();
    return new Part(
        badge(file.status()), file.file(), facts, finding == null ? null : finding.how());
  }

  private static void facts(Judgement judgement, List<Fact> facts) {
    if (judgement.finding() != null) {
      facts(judgement, judgement.finding(), facts);
    }
    if (judgement.status() == Status.UNKNOWN) {
      facts.add(new Fact("Why", JudgedText.reason(judgement)));
    }
    facts.add(new Fact("Held against", JudgedText.law(judgement)));
    facts.add(new Fact("Judged", JudgedText.events(judgement)));
    if (!judgement.header().source().isEmpty()) {
      facts.add(new Fact("Source", judgement.header().source()));
    }
    judgement.notes().forEach(note -> facts.add(new Fact("Note", note)));
  }

  private static void facts(Judgement judgement, TraceFinding finding, List<Fact> facts) {
    String sentence = judgement.sentence(finding.rule());
    facts.add(new Fact("Rule", finding.rule() + "  " + sentence));
    facts.add(new Fact("At", finding.file() + ":" + finding.line()));
    facts.add(new Fact("Found", finding.found()));
    facts.add(new Fact("Allowed", finding.allowed()));
  }
}
