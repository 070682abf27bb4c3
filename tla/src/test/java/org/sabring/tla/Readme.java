package org.sabring.tla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tables of the README beside the law. */
public final class Readme {

  private Readme() {}

  /**
   * The rows of a table.
   *
   * @param heading of the section that it stands in
   * @param head how its first line begins
   */
  public static List<String> rows(String heading, String head) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String section = readme.substring(readme.indexOf(heading));
    assertThat(section).contains("\n" + head);
    return section
        .substring(section.indexOf("\n" + head) + 1)
        .lines()
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }

  /** The cells of a row, as plain text. */
  public static List<String> cells(String row) {
    String text = row.replace("`", "");
    return List.of(text.substring(2, text.length() - 2).split(" \\| ", -1));
  }
}
