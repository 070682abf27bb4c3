package org.sabring.spec.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The writer of a verdict's files. Each is there as a whole or not at all. */
public final class VerdictFiles {
  public static final String PAGE = "index.html";
  public static final String JSON = "verdict.json";
  public static final String JUNIT = "junit.xml";

  /** The JSON Schema of {@link #JSON}, which names it and lies beside it. */
  public static final String SCHEMA = "verdict.schema.json";

  /** The table of guarantees, as it stands in a README. */
  public static final String GUARANTEES = "guarantees.md";

  private VerdictFiles() {}

  /** Makes the directory, and removes the files of an earlier verdict from it. */
  public static void prepare(Path directory) throws IOException {
    Files.createDirectories(directory);
    for (String name : List.of(PAGE, JSON, SCHEMA, JUNIT, GUARANTEES)) {
      Files.deleteIfExists(directory.resolve(name));
    }
  }

  /** Writes all of them, and returns the page. */
  public static Path write(Verdict verdict, Path directory) throws IOException {
    replace(directory.resolve(JSON), VerdictJson.render(verdict) + "\n");
    replace(directory.resolve(SCHEMA), VerdictJson.schema());
    replace(directory.resolve(GUARANTEES), Guarantees.markdown(verdict));
    replace(directory.resolve(JUNIT), JUnitXml.render(verdict));
    return replace(directory.resolve(PAGE), VerdictPage.render(verdict));
  }

  /** Writes a file, or replaces it: as a whole, or not at all. */
  public static Path replace(Path file, String text) throws IOException {
    long process = ProcessHandle.current().pid();
    Path sibling = file.resolveSibling("." + file.getFileName() + "." + process + ".tmp");
    try {
      Files.write(sibling, text.getBytes(StandardCharsets.UTF_8));
      return Files.move(
          sibling, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(sibling);
    }
  }
}
