package org.sabring.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sabring.spec.report.FakeLayer.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;
import org.sabring.spec.report.FakeLayer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The examples for CI run commands that there are, and keep files that these commands write. */
@Tag("any-jdk")
class CiExamplesTest {

  private static final Path ROOT = Path.of(System.getProperty("sabring.root"));
  private static final Path FOLDER = ROOT.resolve("spec/examples/ci");
  private static final Layer PASS = FakeLayer.of("model", check("all", Status.PASS, Rule.values()));

  private static Object parse(String name) throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    return Objects.requireNonNull(yaml.load(Files.readString(FOLDER.resolve(name))));
  }

  /** All the texts in a document, with the keys that lead to them. */
  private static void texts(Object node, String at, List<String> found) {
    if (node instanceof Map<?, ?> map) {
      map.forEach((key, value) -> texts(Objects.requireNonNull(value), at + "/" + key, found));
    } else if (node instanceof Collection<?> list) {
      list.forEach(value -> texts(Objects.requireNonNull(value), at, found));
    } else {
      found.add(at + ": " + node);
    }
  }

  private static List<String> texts(String name) throws IOException {
    List<String> found = new ArrayList<>();
    texts(parse(name), "", found);
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"github-actions.yml", "gitlab-ci.yml"})
  void itsCommandRunsAndWritesWhatItKeeps(String name, @TempDir Path root) throws IOException {
    List<String> texts = texts(name);
    List<String> commands =
        texts.stream()
            .filter(text -> text.contains(": ./sabring "))
            .map(text -> text.substring(text.indexOf("./sabring ") + "./sabring ".length()))
            .toList();
    assertThat(commands).isNotEmpty();
    String readme = Files.readString(ROOT.resolve("README.md"));
    for (String command : commands) {
      Cli cli = Cli.run(root, List.of(PASS), command.split(" "));
      assertThat(cli.code()).as(cli.err()).isZero();
      assertThat(readme).contains("./sabring " + command);
    }
    List<String> kept =
        texts.stream()
            .flatMap(text -> List.of(text.split("[\\s:\"]+")).stream())
            .filter(word -> word.startsWith("target/"))
            .toList();
    assertThat(kept).contains(name.startsWith("gitlab") ? "target/verdict/" : "target/verdict");
    kept.forEach(file -> assertThat(root.resolve(file)).exists());
  }

  @Test
  void theyKeepTheVerdictWhenTheRunFails() throws IOException {
    assertThat(texts("gitlab-ci.yml"))
        .contains(
            "/sabring/artifacts/when: always",
            "/sabring/artifacts/reports/junit: target/verdict/junit.xml",
            "/sabring/allow_failure/exit_codes: " + Status.UNKNOWN.exitCode());
    assertThat(texts("github-actions.yml"))
        .contains(
            "/jobs/verify/steps/if: always()", "/jobs/verify/steps/with/if-no-files-found: error");
  }

  @Test
  void theReadmeNamesThem() throws IOException {
    try (var files = Files.list(FOLDER)) {
      List<String> names = files.map(file -> "spec/examples/ci/" + file.getFileName()).toList();
      assertThat(names).hasSize(2);
      assertThat(Files.readString(ROOT.resolve("README.md"))).contains(names);
    }
  }
}
