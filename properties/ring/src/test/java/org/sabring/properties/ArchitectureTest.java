package org.sabring.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page {@code ARCHITECTURE.md} has every package, in its own words. */
class ArchitectureTest {

  private static final Path PAGE = Repository.path("ARCHITECTURE.md");
  private static final String BEGIN = "<!-- packages -->\n";
  private static final String END = "<!-- end of packages -->";
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");

  @Test
  void thePageHasEveryPackageInItsOwnWords() throws IOException {
    String page = Repository.read(PAGE);
    String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
    String expected = before + table() + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("sabring.write")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Repository.read(PAGE))
        .as("ARCHITECTURE.md, which -Dsabring.write=true with this test writes anew")
        .isEqualTo(expected);
  }

  /** What lives there, in a sentence, has to be said where it lives. */
  @Test
  void everyPackageSaysWhatLivesThere() throws IOException {
    for (String module : Repository.MODULES) {
      for (Path folder : packages(module)) {
        assertThat(Files.exists(folder.resolve("package-info.java"))).as("%s", folder).isTrue();
      }
    }
  }

  private static String table() throws IOException {
    StringBuilder table = new StringBuilder("| module | package | holds |\n|---|---|---|\n");
    for (String module : Repository.MODULES) {
      for (Path folder : packages(module)) {
        table.append("| `%s` | %s |\n".formatted(module, row(folder)));
      }
    }
    return table.toString();
  }

  private static String row(Path folder) throws IOException {
    String info = Repository.read(folder.resolve("package-info.java"));
    return "`%s` | %s".formatted(first(PACKAGE, info), sentence(first(COMMENT, info)));
  }

  /** The first sentence, without what Javadoc makes of it. */
  static String sentence(String comment) {
    String text =
        comment
            .replaceAll("(?m)^ \\* ?", "")
            .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
            .replaceAll("\\s+", " ")
            .strip();
    return text.split("(?<=[.?]) ", 2)[0].replace("|", "\\|");
  }

  @Test
  void control_theFirstSentenceEndsAtItsFullStop() {
    assertThat(sentence("\n * One {@code two}\n * three. Four.\n ")).isEqualTo("One `two` three.");
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
    return matcher.group(1);
  }

  /** The folders with Java sources, in order. */
  private static List<Path> packages(String module) throws IOException {
    Path root = Repository.path(module + "/src/main/java");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .sorted()
          .toList();
    }
  }
}
