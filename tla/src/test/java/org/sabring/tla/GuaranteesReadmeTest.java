package org.sabring.tla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.report.Guarantees;
import org.sabring.tla.smt.ProofLayer;

/** What the README says that the layers of the law hold for is what a default run is made over. */
@Tag("any-jdk")
class GuaranteesReadmeTest {

  private static final Path README = Path.of(System.getProperty("sabring.root"), "README.md");

  private static void assertInReadme(String layer, Stream<Map<String, String>> scopes)
      throws IOException {
    String row = Guarantees.scope(layer, scopes.toList());
    assertThat(Files.readString(README)).as("in README.md belongs:\n%s", row).contains(row);
  }

  private static boolean isRun(Model model) {
    return !model.isControl() && model.effort().compareTo(Bounds.DEFAULT) <= 0;
  }

  /** Where the bad cases are the finding, and no controls, they are made over the same. */
  private static Stream<Map<String, String>> scopes(Sweep sweep) {
    return sweep.all().stream()
        .filter(one -> !sweep.controls() || sweep.failing(one).isEmpty())
        .map(sweep::scope);
  }

  @Test
  void model() throws IOException {
    assertInReadme("model", Model.all().stream().filter(m -> isRun(m)).map(Model::scope));
  }

  @Test
  void weak() throws IOException {
    Stream<Map<String, String>> models =
        ModelSet.weak().models().stream().filter(model -> isRun(model)).map(Model::scope);
    Stream<Map<String, String>> cases =
        ModelSet.weak().sweeps().stream()
            .filter(sweep -> isRun(sweep.model()))
            .flatMap(GuaranteesReadmeTest::scopes);
    assertInReadme("weak", Stream.concat(models, cases));
  }

  @Test
  void proof() throws IOException {
    assertInReadme("proof", ProofLayer.scopes(Bounds.DEFAULT).stream());
  }
}
