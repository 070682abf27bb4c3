package org.sabring.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sabring.spec.law.Rule;

/** The catalogue of rules in the README is the one in the code. */
class ReadmeTest {
  private static final Path README = Path.of(System.getProperty("sabring.root"), "spec/README.md");
  private static final String BEGIN = "<!-- rules: begin -->\n";
  private static final String END = "<!-- rules: end -->";

  private static String row(Rule rule) {
    return "| %s | %s | %s | `%s` | %s |\n"
        .formatted(
            rule,
            rule.sentence(),
            rule.intent(),
            rule.property(),
            String.join(", ", rule.layers()));
  }

  @Test
  void readmeHoldsTheCatalogue() throws IOException {
    String expected =
        "| rule | what it promises | why | TLA+ property | watched by |\n|---|---|---|---|---|\n"
            + Arrays.stream(Rule.values()).map(ReadmeTest::row).collect(Collectors.joining());
    String readme = Files.readString(README);
    assertThat(readme).contains(BEGIN, END);
    String actual = readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END));
    assertThat(actual)
        .as("between the markers in spec/README.md belongs:\n%s", expected)
        .isEqualTo(expected);
  }
}
