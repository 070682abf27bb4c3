package org.sabring.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sabring.spec.report.FakeLayer.check;
import static org.sabring.spec.report.FakeLayer.control;
import static org.sabring.spec.report.FakeLayer.failing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.MutantLayer;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;
import org.sabring.spec.report.FakeLayer;

class VerifyCommandTest {
  private static final Layer PASS = FakeLayer.of("model", check("all", Status.PASS, Rule.values()));
  private static final Layer FAIL =
      FakeLayer.of("race", failing("tear", "a torn read", Rule.RB103));
  private static final Layer UNKNOWN = FakeLayer.of("proof", check("open", Status.UNKNOWN));
  private static final Layer BREAKS = FakeLayer.breaking("b", new IllegalStateException("oh"));
  private static final Layer EMPTY = FakeLayer.of("empty");

  private final Path root;

  VerifyCommandTest(@TempDir Path root) {
    this.root = root;
  }

  private Cli verify(List<Layer> layers, String... options) {
    List<String> args = new ArrayList<>(List.of("verify"));
    args.addAll(List.of(options));
    return Cli.run(root, layers, args.toArray(String[]::new));
  }

  @Test
  void exitCodesFollowTheStatus() {
    assertThat(verify(List.of(PASS), "--quick").code()).isZero();
    assertThat(verify(List.of(PASS)).code()).as("no mistake was tried").isEqualTo(3);
    assertThat(verify(List.of(PASS, FAIL, UNKNOWN, BREAKS)).code()).isEqualTo(1);
    assertThat(verify(List.of(PASS, UNKNOWN)).code()).isEqualTo(3);
    assertThat(verify(List.of(PASS, BREAKS)).code()).isEqualTo(3);
    assertThat(verify(List.of(PASS, EMPTY)).code()).isEqualTo(3);
    assertThat(verify(List.of()).code()).isEqualTo(3);
  }

  @Test
  void aLayerThatTheRulesNameAndNobodyBringsIsUnknown() {
    Cli cli = Cli.run(root, () -> new Layers(List.of(PASS), List.of("race")), 0, "verify");
    assertThat(cli.code()).isEqualTo(3);
    assertThat(cli.out()).contains("layer race was not found, so nothing was checked");
  }

  @Test
  void theExitCodeJudgesWhatWasAsked() throws IOException {
    List<Layer> layers = List.of(FAIL, PASS, UNKNOWN);
    assertThat(verify(layers, "--layer", "model").code()).isZero();
    assertThat(verify(layers, "--layer", "model,proof").code()).isEqualTo(3);
    assertThat(verify(layers, "--layer", "model", "--layer", "race").code()).isEqualTo(1);
    assertThat(Files.readString(root.resolve("target/verdict/index.html"))).contains("not run");
  }

  @Test
  void anUnknownLayerIsBadUsageAndNothingRuns() {
    Cli cli = verify(List.of(FAIL, PASS), "--layer", "modle");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains("no layer 'modle'; there are model, race");
    assertThat(root.resolve("target")).doesNotExist();
  }

  @Test
  void layersRunInTheOrderOfTheHouse() {
    Cli cli = verify(List.of(EMPTY, BREAKS, FAIL, UNKNOWN, PASS));
    List<String> table = cli.out().lines().dropWhile(line -> !line.startsWith("layer ")).toList();
    assertThat(table.subList(1, 6))
        .extracting(line -> line.split(" ", 2)[0])
        .containsExactly("model", "proof", "race", "b", "empty");
  }

  @Test
  void progressIsOneLineForEachCheck() {
    Layer layer = FakeLayer.of("model", check("a", Status.PASS), control("b", Status.FAIL));
    assertThat(verify(List.of(layer)).out().lines().limit(2).toList())
        .satisfiesExactly(
            line -> assertThat(line).matches("model +PASS +a  \\(states 1,204; seconds \\S+\\)"),
            line -> assertThat(line).matches("model +FAIL +control: b  \\(states 1,204; .*\\)"));
  }

  @Test
  void theEndNamesTheFailureThePageAndTheStatus() {
    Cli cli = verify(List.of(PASS, FAIL));
    assertThat(cli.out())
        .contains("FAIL race: tear", "RB103  " + Rule.RB103.sentence(), "  a torn read")
        .contains("PPublish WRITE := 1", "the consumer reads what nobody wrote");
    List<String> lines = cli.out().lines().toList();
    assertThat(lines.get(lines.size() - 2))
        .isEqualTo(root.resolve("target/verdict/index.html").toString());
    assertThat(lines.get(lines.size() - 1)).startsWith("FAIL: ");
  }

  @Test
  void aBrokenLayerIsOneLineAndNoStackTrace() {
    Cli cli = verify(List.of(BREAKS));
    assertThat(cli.err().lines())
        .containsExactly(
            "the layer broke: IllegalStateException: oh",
            "SABRING_DEBUG=1 shows where it came from.");
    assertThat(cli.out()).contains("oh").doesNotContain("\tat ");
  }

  @Test
  void jsonIsAllThereIsOnStandardOutput() throws IOException {
    Cli cli = verify(List.of(PASS, FAIL), "--json", "--quick");
    JsonNode json = cli.json();
    assertThat(json.path("status").textValue()).isEqualTo("FAIL");
    assertThat(json.path("bounds").textValue()).isEqualTo("quick");
    assertThat(cli.err()).contains("model", "FAIL race: tear");
    assertThat(cli.out().strip())
        .isEqualTo(Files.readString(root.resolve("target/verdict/verdict.json")).strip());
  }

  @Test
  void boundsReachTheLayers() {
    for (Bounds bounds : Bounds.values()) {
      List<Bounds> seen = new ArrayList<>();
      Layer keeps =
          new MutantLayer(
              PASS,
              (given, progress) -> {
                seen.add(given);
                return new Evidence(List.of());
              });
      verify(List.of(keeps), bounds == Bounds.DEFAULT ? "--layer=model" : "--" + bounds.label());
      assertThat(seen).containsExactly(bounds);
    }
    assertThat(verify(List.of(PASS), "--quick", "--full").code()).isEqualTo(2);
  }

  @Test
  void outSaysWhereTheFilesGo() {
    Path out = root.resolve("elsewhere/deep");
    assertThat(verify(List.of(PASS), "--quick", "--out", out.toString()).code()).isZero();
    assertThat(out.resolve("junit.xml")).exists();
    assertThat(root.resolve("target")).doesNotExist();
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsFoundOutBeforehand() throws IOException {
    Path file = Files.createFile(root.resolve("file"));
    Cli cli = verify(List.of(FAIL), "--out", file.resolve("sub").toString());
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains("cannot write to " + file);
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void aTerminalSeesABarAndThenTheResult() {
    Cli cli = Cli.run(root, () -> new Layers(List.of(PASS, BREAKS), List.of()), 80, "verify");
    assertThat(cli.out())
        .contains("\r\u001b[Kmodel        PASS     1 check, 0 controls, ")
        .contains("\r\u001b[Kmodel        [####################] 1/1  0:00  all: 1 of 2");
    assertThat(cli.code()).isEqualTo(3);
  }

  private static final Layer PLANTS =
      new Plants(FakeLayer.of("explore", check("sound", Status.PASS, Rule.RB301)));

  @Test
  void aPlantedMutantIsRedWithItsRuleLayerAndCounterexample() throws IOException {
    Cli cli = verify(List.of(PASS, PLANTS), "--mutant", "nonotify");
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out())
        .contains("FAIL explore: planted", "RB301  ", "PPublish WRITE := 1")
        .containsPattern("(?m)^model +not run");
    assertThat(Files.readString(root.resolve("target/verdict/index.html")))
        .contains("with the mistake NoNotify planted in it", "A promise is broken.");
    assertThat(verify(List.of(PASS, PLANTS), "--layer", "explore").code()).isZero();
  }

  @Test
  void aLayerThatCannotPlantAMutantDoesNotVouchForIt() {
    assertThat(verify(List.of(PASS, PLANTS), "--mutant", "NoNotify", "--layer", "model").err())
        .contains("not every layer asked for can plant NoNotify; those that can: explore");
    assertThat(verify(List.of(PASS), "--mutant", "NoNotify").code()).isEqualTo(2);
    Cli unknown = verify(List.of(PASS, PLANTS), "--mutant", "Nobody");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("no mutant 'Nobody'; there are AllSlotsUsed, ");
  }

  /** A layer that can plant NoNotify, and nothing else. */
  private record Plants(Layer sound) implements Layer {
    @Override
    public String name() {
      return sound.name();
    }

    @Override
    public String promise() {
      return sound.promise();
    }

    @Override
    public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
      return sound.run(bounds, progress);
    }

    @Override
    public Optional<Layer> planted(Mutant mutant) {
      Layer with = FakeLayer.of("explore", failing("planted", "asleep for ever", Rule.RB301));
      return mutant.name().equals("NoNotify")
          ? Optional.of(new MutantLayer(this, with::run))
          : Optional.empty();
    }
  }
}
