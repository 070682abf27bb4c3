package org.sabring.spec.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Status;

/**
 * One row of the matrix of mutants: what each layer is said to make of a mutant, and what those
 * that ran have measured.
 *
 * @param mutant the mutant
 * @param cells one for each column, in their order
 */
public record MutantEvidence(Mutant mutant, List<Cell> cells) {

  /**
   * One column in the row of a mutant.
   *
   * @param column its name
   * @param layer who fills it
   * @param checks the names of its checks that are about the mutant, whether they ran or not
   * @param kind caught, cannot be seen here, or equivalent
   * @param says by which rules or checks, or why not
   * @param measured steps, states and seconds of what ran, by name; empty if nothing did
   * @param status of what ran; UNKNOWN if nothing did
   */
  public record Cell(
      String column,
      String layer,
      List<String> checks,
      String kind,
      String says,
      Map<String, Number> measured,
      Status status) {

    public Cell {
      checks = List.copyOf(checks);
    }

    /** The names of its checks in a line, for a script. */
    public String checkNames() {
      return String.join("|", checks);
    }

    /** The cell in a few characters, for a table. */
    public String mark() {
      return switch (kind) {
        case "caught" -> "✓";
        case "equivalent" -> "≡";
        default -> "–";
      };
    }

    /** The whole cell, for a tooltip. */
    public String text() {
      String ran = measured.isEmpty() ? "" : " (" + Figures.text(measured) + ")";
      return column + ": " + says + ran;
    }

    /** What was measured, in a line; empty if nothing was. */
    public String figures() {
      return Figures.text(measured);
    }

    /** The status for people; empty where nothing ran. */
    public String label() {
      return status == Status.UNKNOWN ? "" : status.name();
    }

    /** How many steps the shortest counterexample took; empty if nobody says. */
    public String steps() {
      return measured.entrySet().stream()
          .filter(figure -> Set.of("steps", "steps to it", "depth").contains(figure.getKey()))
          .map(figure -> Figures.text(figure.getValue()))
          .findFirst()
          .orElse("");
    }
  }

  public MutantEvidence {
    cells = List.copyOf(cells);
  }

  static List<MutantEvidence> all(List<LayerResult> layers) {
    return Mutants.all().stream().map(mutant -> of(mutant, layers)).toList();
  }

  private static MutantEvidence of(Mutant mutant, List<LayerResult> layers) {
    List<Cell> cells = new ArrayList<>();
    Mutants.cells(mutant).forEach((column, cell) -> cells.add(cell(mutant, column, cell, layers)));
    return new MutantEvidence(mutant, cells);
  }

  private static Cell cell(
      Mutant mutant, Column column, org.sabring.spec.catalog.Cell cell, List<LayerResult> layers) {
    List<String> names = column.isRun() ? List.of(mutant.name()) : cell.names();
    boolean inRing = mutant.calls() != null; // then the layer explores it for all its columns
    boolean runs = cell.isCaught() || (inRing && column.layer().equals("explore"));
    List<Check> ran =
        layers.stream()
            .filter(layer -> runs && layer.name().equals(column.layer()))
            .flatMap(layer -> layer.evidence().checks().stream())
            .filter(check -> names.contains(check.name()))
            .toList();
    Status status = Status.all(ran.stream().map(Check::status).toList());
    Map<String, Number> measured =
        ran.isEmpty() ? Map.of() : measured(column, ran.get(0).figures());
    return new Cell(
        column.label(), column.layer(), names, cell.kind().label(), cell.text(), measured, status);
  }

  /** A check of several columns has figures with the column's name before theirs. */
  private static Map<String, Number> measured(Column column, Map<String, Number> figures) {
    String prefix = column.label() + " ";
    Map<String, Number> own =
        figures.entrySet().stream()
            .filter(figure -> figure.getKey().startsWith(prefix))
            .collect(
                Collectors.toMap(
                    figure -> figure.getKey().substring(prefix.length()),
                    Map.Entry::getValue,
                    (a, b) -> a,
                    LinkedHashMap::new));
    return own.isEmpty() ? figures : own;
  }
}
