package org.sabring.tla.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.spec.check.Table;
import org.sabring.tla.Model;
import org.sabring.tla.ModelSet;
import org.sabring.tla.Readme;
import org.sabring.tla.Sweep;

@Tag("any-jdk")
class WeakLayerTest {

  private static final String STATISTICS = "@!@!@STARTMSG " + TlcMessage.STATISTICS;
  private static final String REPORT = "@!@!@STARTMSG " + TlcMessage.INVARIANT + ":";

  @TempDir static Path folder;

  private static List<Check> checks = List.of();
  private static List<Table> tables = List.of();

  @BeforeAll
  static void run() throws InterruptedException {
    Evidence evidence = new WeakLayer(ModelSet.weak(), folder).run(Bounds.QUICK, Progress.SILENT);
    checks = evidence.checks();
    tables = evidence.tables();
  }

  /** The first table says of each access which modes hold; it counts what was found. */
  @Test
  void theTableOfModesCountsWhatTlcFound() {
    Table modes = tables.get(0);
    assertThat(modes.rows())
        .contains(
            List.of("cursors-quick", "ra", "PPublish", "", "0 of 1", "1 of 4", "", "release"),
            List.of("cursors-quick", "ra", "CLoadWrite", "", "0 of 1", "1 of 4", "", "acquire"));
    Map<String, Check> forgiven = new HashMap<>();
    checks.forEach(check -> forgiven.put(check.name(), withoutStory(check)));
    List<Sweep> sweeps = List.of(ModelSet.weak().sweep("cursors-quick"));
    assertThat(ModesTable.of(sweeps, forgiven).orElseThrow().rows())
        .contains(List.of("cursors-quick", "ra", "PPublish", "", "1 of 1", "4 of 4", "", "opaque"));
    assertThat(ModesTable.of(List.of(litmus()), forgiven)).isEmpty();
  }

  private static Check withoutStory(Check c) {
    return new Check(c.name(), false, c.rules(), c.status(), c.detail(), c.figures(), null);
  }

  @Test
  void everythingQuickComesOutAsExpected() {
    assertThat(checks.stream().filter(check -> check.status() != Status.PASS))
        .map(check -> check.name() + ": " + check.detail())
        .isEmpty();
    assertThat(checks.stream().filter(Check::control))
        .allSatisfy(control -> assertThat(control.counterexample()).as(control.name()).isNotNull());
  }

  /** The table in tla/README.md is what TLC found, cell for cell. */
  @Test
  void litmusTableIsWhatTlcFound() throws IOException {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (Map<String, String> oneCase : litmus().all()) {
      String row = oneCase.get("test") + " | " + oneCase.get("form");
      List<String> cells = found.computeIfAbsent(row, r -> new ArrayList<>(List.of("–", "–", "–")));
      Check check = named(litmus().nameOf(oneCase));
      cells.set(List.of("sc", "tso", "ra").indexOf(oneCase.get("memory")), check.detail());
    }
    Map<String, List<String>> table = new LinkedHashMap<>();
    List<String> remarks = new ArrayList<>();
    for (String line : Readme.rows("### The litmus programs", "| program |")) {
      String[] cells = line.substring(2, line.length() - 2).split(" \\| ", -1);
      String ra = cells[4].replaceAll(" \\(.*", "");
      table.put(cells[0] + " | " + cells[1], List.of(cells[2], cells[3], ra));
      if (!ra.equals(cells[4])) {
        remarks.add(cells[0] + " " + cells[1] + " " + cells[4]);
      }
    }
    assertThat(table).isEqualTo(found);
    assertThat(table.keySet()).containsExactlyElementsOf(found.keySet());
    assertThat(remarks)
        .containsExactly(
            "LB opaque forbidden (left out)",
            "LB own locks forbidden (left out)",
            "push opaque forbidden (stricter)");
  }

  /** Every mistake changes a verdict of the litmus programs, and the README names it. */
  @Test
  void everyBrokenMemoryIsToldFromTheRightOne() throws IOException {
    Sweep broken = ModelSet.weak().sweep("broken-memories");
    Set<String> mistakes =
        broken.all().stream()
            .map(c -> Objects.requireNonNull(c.get("mistake")))
            .collect(Collectors.toSet());
    assertThat(String.join("\n", Readme.rows("### The litmus programs", "| mistake |")))
        .contains(mistakes);
    for (Map<String, String> oneCase : broken.all()) {
      Map<String, String> right = new LinkedHashMap<>();
      List.of("test", "form", "memory")
          .forEach(key -> right.put(key, Objects.requireNonNull(oneCase.get(key))));
      assertThat(broken.failing(oneCase).isPresent())
          .as(broken.nameOf(oneCase))
          .isNotEqualTo(litmus().failing(right).isPresent());
    }
  }

  /** A run that was broken off anywhere is no PASS, for no case that it did not report. */
  @Test
  void isNeverPassWhenTlcDidNotFinish() throws IOException {
    String output = Files.readString(output("litmus"));
    List<Integer> cuts =
        List.of(0, output.indexOf(REPORT), output.lastIndexOf(REPORT), output.indexOf(STATISTICS));
    for (int cut : cuts) {
      SweepReport report = SweepReport.parse(output.substring(0, cut));
      List<Check> judged = SweepJudge.judge(litmus(), report, 0);
      assertThat(judged.get(0).status()).isEqualTo(Status.FAIL);
      assertThat(judged.get(0).detail()).contains("TLC did not finish");
      assertThat(judged.subList(1, judged.size()))
          .allMatch(c -> c.status() == Status.UNKNOWN || c.counterexample() != null);
    }
    assertThat(SweepReport.parse(output).complete()).isTrue();
    String open = output.replace(", 0 states left", ", 7 states left");
    assertThat(SweepReport.parse(open).complete()).isFalse();
  }

  @Test
  void failsWhenTlcBreaksOff() throws InterruptedException {
    List<Check> judged = runOf(litmus(), Map.of("ModeOf", "InWords"), litmus().cases());
    assertThat(judged.get(0).detail()).contains("TLC did not finish");
    assertThat(judged.stream().filter(c -> c.status() == Status.PASS)).isEmpty();
  }

  @Test
  void failsWhenACaseIsMissingOrAVerdictDiffers() {
    SweepReport report = reportOf("litmus");
    Map<String, Object> more = Map.of("test", "MP", "form", "opaque", "memory", "pso");
    List<Map<String, Object>> cases = new ArrayList<>(litmus().cases());
    cases.add(more);
    List<Check> judged = SweepJudge.judge(with(litmus(), Map.of(), cases), report, 0);
    assertThat(judged.get(0).detail()).contains("cases that were not explored").contains("pso");
    assertThat(statusOf(judged, check -> check.name().contains("pso"))).isEqualTo(Status.UNKNOWN);

    Sweep opposite =
        litmus()
            .with(
                litmus().model(),
                litmus().cases(),
                List.of(new Sweep.Failing(Map.of("test", "CoRR"), null)));
    List<Check> opposed = SweepJudge.judge(opposite, report, 0);
    assertThat(statusOf(opposed, check -> check.name().equals("litmus CoRR opaque ra")))
        .isEqualTo(Status.FAIL);
    assertThat(statusOf(opposed, check -> check.name().equals("litmus SB opaque tso")))
        .isEqualTo(Status.FAIL);
  }

  @Test
  void drawsACounterexampleInTheCommonForm() {
    Check check = named("litmus SB opaque tso");
    List<String> drawn = Objects.requireNonNull(check.counterexample()).draw();
    assertThat(drawn.get(0)).contains("producer").contains("consumer").contains("memory");
    assertThat(drawn).anyMatch(line -> line.contains("x := 1 opaque") && line.contains("buffers"));
    assertThat(drawn).anyMatch(line -> line.contains("r2 := x opaque r2=0"));
    Check four = named("litmus IRIW opaque ra");
    assertThat(Objects.requireNonNull(four.counterexample()).draw())
        .anyMatch(line -> line.contains("thread 4: r4 := x opaque r4=0"));
  }

  private static Sweep litmus() {
    return ModelSet.weak().sweep("litmus");
  }

  private static SweepReport reportOf(String name) {
    try {
      return SweepReport.parse(Files.readString(output(name)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path output(String name) {
    return folder.resolve("run-1").resolve(name).resolve("output.txt");
  }

  private static List<Check> runOf(
      Sweep sweep, Map<String, String> replace, List<Map<String, Object>> cases)
      throws InterruptedException {
    Sweep other = with(sweep, replace, cases);
    try (Tlc tlc = new Tlc(folder.resolve("other"))) {
      return SweepJudge.judge(other, tlc.check(other), 0);
    }
  }

  private static Sweep with(
      Sweep sweep, Map<String, String> replace, List<Map<String, Object>> cases) {
    Model model = sweep.model();
    Model other =
        model.with(
            model.name(), model.constants(), replace, model.invariants(), model.properties());
    return sweep.with(other, cases, sweep.failing());
  }

  private static Check named(String name) {
    return checks.stream().filter(check -> check.name().equals(name)).findFirst().orElseThrow();
  }

  private static Status statusOf(List<Check> checks, Predicate<Check> which) {
    return checks.stream().filter(which).findFirst().orElseThrow().status();
  }
}
