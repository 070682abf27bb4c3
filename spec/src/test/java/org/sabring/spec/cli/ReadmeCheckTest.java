package org.sabring.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of {@code sabring check} is what the command prints. */
class ReadmeCheckTest {
  private static final Path ROOT = Path.of(System.getProperty("sabring.root"));
  private static final String COMMAND = "$ ./sabring check ";

  @Test
  void theReadmeShowsWhatCheckPrints(@TempDir Path directory) throws IOException {
    List<String> readme = Files.readAllLines(ROOT.resolve("README.md"));
    int shown = 0;
    for (int i = 0; i < readme.size(); i++) {
      if (readme.get(i).startsWith(COMMAND)) {
        String file = readme.get(i).substring(COMMAND.length());
        String path = ROOT.resolve(file).toString();
        String said = Cli.run(directory, List.of(), "check", path).out().replace(path, file);
        for (int j = i + 1; !readme.get(j).startsWith("$ ") && !readme.get(j).equals("```"); j++) {
          assertThat(said.lines()).as(readme.get(i)).contains(readme.get(j));
          shown++;
        }
      }
    }
    assertThat(shown).isGreaterThan(5);
  }
}
