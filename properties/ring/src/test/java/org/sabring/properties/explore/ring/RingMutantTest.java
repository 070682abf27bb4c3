package org.sabring.properties.explore.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.Finding;
import org.sabring.properties.world.MutantWorld;
import org.sabring.spec.catalog.Cell;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutant.Edit;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.law.Rule;

/** The columns of the explorer are what the explorer finds: no more, no less. */
@Tag("any-jdk")
class RingMutantTest {

  private static final String RING = "impl/src/main/java/org/sabring/ring/";
  private static final List<Column> MEMORIES =
      List.of(Column.EXPLORE_SC, Column.EXPLORE_TSO, Column.EXPLORE_RA);

  private static final Map<Mutant, RingMutant> MADE = new HashMap<>();
  private static final Map<Mutant, Map<Column, Exploration>> EXPLORED = new HashMap<>();

  static Stream<Mutant> rows() {
    return RingMutant.rows().stream();
  }

  private static RingMutant made(Mutant row) {
    return MADE.computeIfAbsent(row, RingMutant::of);
  }

  private static Exploration explored(Mutant row, Column column) throws InterruptedException {
    Map<Column, Exploration> columns =
        EXPLORED.computeIfAbsent(row, any -> new EnumMap<>(Column.class));
    Exploration known = columns.get(column);
    if (known == null) {
      known = made(row).explore(column);
      columns.put(column, known);
    }
    return known;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theExplorerFindsWhatTheCatalogueSays(Mutant row) throws Exception {
    for (Column column : RingMutant.COLUMNS.keySet()) {
      Exploration exploration = explored(row, column);
      Cell cell = Mutants.cell(row, column);
      List<String> found = exploration.findings().stream().limit(1).flatMap(this::rules).toList();
      List<String> expected = cell.isCaught() ? cell.names() : List.of();
      assertThat(found).as("%s: %s", column, exploration.findings()).isEqualTo(expected);
      assertThat(exploration.complete() || cell.isCaught()).isTrue();
    }
  }

  private Stream<String> rules(Finding finding) {
    return finding.rules().stream().map(Enum::name);
  }

  /** Traces of the shipped ring conform, those of a mutant break what the catalogue says. */
  @ParameterizedTest
  @MethodSource("rows")
  void theOracleFindsWhatTheCatalogueSays(Mutant row) throws Exception {
    Cell cell = Mutants.cell(row, Column.ORACLE);
    assertThat(made(row).oracle().stream().map(Enum::name)).containsExactlyElementsOf(cell.names());
    assertThat(RingMutant.sound(row).oracle()).isEmpty();
  }

  /** The control of all: on the classes as shipped each program passes, judged in the same way. */
  @ParameterizedTest
  @MethodSource("rows")
  void onTheShippedRingNothingIsFound(Mutant row) throws Exception {
    for (Column column : MEMORIES) {
      assertThat(RingMutant.sound(row).explore(column).status()).isEqualTo(Status.PASS);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theScheduleIsTheShortestOnTheFirstMemoryThatShowsIt(Mutant row) throws Exception {
    for (Column column : MEMORIES) {
      List<Finding> findings = explored(row, column).findings();
      if (!findings.isEmpty()) {
        assertThat(row.memory()).isEqualTo(RingMutant.memory(column).name());
        assertThat(row.schedule()).isEqualTo(findings.get(0).schedule().text());
        return;
      }
    }
    assertThat(row.memory() + row.schedule()).isEmpty();
  }

  /** Nobody else notices, even when the rule itself is not looked at. */
  @ParameterizedTest
  @MethodSource("rows")
  void aRuleThatIsSaidToNoticeAloneDoes(Mutant row) throws Exception {
    Rule alone = row.alone();
    if (alone != null) {
      assertThat(noticing(row, Set.of())).containsExactly(alone);
      assertThat(noticing(row, EnumSet.of(alone))).isEmpty();
    }
  }

  @Test
  void control_aRuleThatIsNotAloneIsTold() throws Exception {
    Mutant many = Mutants.named("PublishBeforeWrite").orElseThrow();
    assertThat(noticing(many, Set.of())).hasSizeGreaterThan(1);
    Mutant hidden = Mutants.named("SkipSlot").orElseThrow();
    assertThat(noticing(hidden, Set.of())).containsExactly(Rule.RB204);
    assertThat(noticing(hidden, EnumSet.of(Rule.RB204))).isNotEmpty();
  }

  private static Set<Rule> noticing(Mutant row, Set<Rule> off) throws Exception {
    @SuppressWarnings("unchecked") // NoticingRules says so itself
    BiFunction<Mutant, Set<Rule>, Set<Rule>> noticing =
        MutantWorld.of(row).create(NoticingRules.class, BiFunction.class);
    return noticing.apply(row, off);
  }

  /** What the mutants do wrong can be done well. */
  @ParameterizedTest
  @CsvSource({"OnceALapProducer", "OnceALapConsumer", "FlagWithoutFences"})
  void theSoundTwinPasses(String name) throws Exception {
    Mutant row = Mutants.named(name).orElseThrow();
    MutantWorld twin = MutantWorld.of(name.startsWith("Flag") ? bothFences() : cachedCursors());
    RingMutant sound = RingMutant.of(row, RingMutant.inside(twin, row, Bounds.QUICK));
    for (Column column : MEMORIES) {
      Exploration exploration = sound.explore(column);
      assertThat(exploration.status()).as("%s", exploration.findings()).isEqualTo(Status.PASS);
    }
  }

  /** The producer's part of one mutant, the consumer's of the other. */
  private static List<Edit> bothFences() {
    return List.of(
        Mutants.named("ProducerFenceOnly").orElseThrow().edits().get(0),
        Mutants.named("ConsumerFenceOnly").orElseThrow().edits().get(1));
  }

  /** Each side keeps the other's cursor, and loads it again when it has come up to it. */
  private static List<Edit> cachedCursors() {
    return List.of(
        new Edit(
            RING + "CursorProducer.java",
            "int seen = loadRead();",
            "int seen = layout.next(write) == read ? loadRead() : read;"),
        new Edit(
            RING + "CursorConsumer.java",
            """
                int seen = loadWrite();
                int read = loadRead();
            """,
            """
                int read = loadRead();
                int seen = cursor(write) == cursor(read) ? loadWrite() : write;
            """));
  }

  /** As in the model weak-ring: of all assignments of weaker modes none suffices. */
  @Test
  void noWeakerModesSuffice() throws Exception {
    Mutant row = Mutants.named("PLoadReadOpaque").orElseThrow();
    List<String> steps = List.of("PPublish", "CLoadWrite", "CPublish", "PLoadRead");
    List<String> modes = List.of("Opaque", "Plain");
    for (int assignment = 1; assignment < 81; assignment++) {
      List<Edit> edits = new ArrayList<>();
      int rest = assignment;
      for (String step : steps) {
        if (rest % 3 > 0) {
          edits.addAll(Mutants.named(step + modes.get(rest % 3 - 1)).orElseThrow().edits());
        }
        rest /= 3;
      }
      RingMutant weak =
          RingMutant.of(row, RingMutant.inside(MutantWorld.of(edits), row, Bounds.QUICK));
      assertThat(weak.explore(Column.EXPLORE_RA).findings()).as("%d", assignment).isNotEmpty();
    }
  }
}
