package org.sabring.properties.explore.ring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.explore.Exploration;
import org.sabring.properties.explore.Explorer;
import org.sabring.properties.explore.Finding;
import org.sabring.properties.explore.Options;
import org.sabring.properties.explore.Smallest;
import org.sabring.properties.explore.memory.MemoryModel;
import org.sabring.spec.Interleaving;
import org.sabring.spec.Rule;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Progress;
import org.sabring.spec.verdict.Status;
import org.sabring.spec.verdict.Table;

/** Explores programs on rings with a mistake, which must be found. */
final class ControlRuns {

  private final Progress progress;
  private final boolean everywhere;
  private final List<Check> checks = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Runs of controls.
   *
   * @param everywhere whether to look on each memory too, for the table
   */
  ControlRuns(Progress progress, boolean everywhere) {
    this.progress = progress;
    this.everywhere = everywhere;
  }

  List<Check> checks() {
    return checks;
  }

  Table table() {
    List<String> columns = new ArrayList<>(List.of("mistake"));
    for (MemoryModel model : MemoryModel.values()) {
      columns.add(model.name());
    }
    return new Table("Which mistake is found first by which rule, on each memory", columns, rows);
  }

  void run(RingControl control) throws InterruptedException {
    run(control.name(), control, control.program());
  }

  /** The same in another program than the control's. */
  void run(String name, RingControl control, RingProgram ring) throws InterruptedException {
    progress.begin(name);
    Map<String, Number> figures = new LinkedHashMap<>();
    Smallest inside = smallest(control, ring, true);
    Smallest outside = smallest(control, ring, false);
    boolean found = inside != null && (outside != null || control.outside().isEmpty());
    String detail =
        "Watched at every step: %s.\nSeen from outside: %s."
            .formatted(text(inside), control.outside().isEmpty() ? "not visible" : text(outside));
    Interleaving story = null;
    if (inside != null) {
      story = inside.finding().story();
      figures.put("steps", inside.finding().story().lines().size() - 1);
    }
    Status status = found ? Status.PASS : Status.FAIL;
    Check check = new Check(name, true, control.rules(), status, detail, figures, story);
    progress.end(check);
    checks.add(check);
    if (everywhere) {
      rows.add(row(name, ring));
    }
  }

  private static String text(@Nullable Smallest smallest) {
    return smallest == null ? "NOT FOUND" : smallest.toString();
  }

  private static @Nullable Smallest smallest(RingControl control, RingProgram ring, boolean inside)
      throws InterruptedException {
    List<Rule> expected = inside ? control.inside() : control.outside();
    return expected.isEmpty()
        ? null
        : Smallest.of(
            ring.program(),
            control.model(),
            ring.judge(control.model(), inside),
            Options.PLAIN,
            finding -> finding.rules().containsAll(expected));
  }

  private static List<String> row(String name, RingProgram ring) throws InterruptedException {
    List<String> row = new ArrayList<>(List.of(name));
    for (MemoryModel model : MemoryModel.values()) {
      row.add(cell(ring, model));
    }
    return row;
  }

  private static String cell(RingProgram ring, MemoryModel model) throws InterruptedException {
    Exploration exploration =
        new Explorer(ring.program(), model, ring.judge(model), Options.PLAIN).explore();
    if (exploration.findings().isEmpty()) {
      return exploration.complete() ? "cannot be seen" : "unknown";
    }
    Finding first = exploration.findings().get(0);
    return first.rules() + " in " + (first.story().lines().size() - 1) + " steps";
  }
}
