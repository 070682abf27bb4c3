package org.sabring.tla.smt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.sabring.spec.check.Table;

/**
 * The tables of proof obligations, for people: by what must follow, and by what it must follow
 * from.
 */
final class Obligations {

  private Obligations() {}

  /** One row for each conjunct and promise. */
  static Table byGoal(Proof proof, List<ObligationResult> verdicts) {
    Map<String, List<ObligationResult>> byGoal = new LinkedHashMap<>();
    for (ObligationResult verdict : verdicts) {
      String row = verdict.goal().name() + "," + kind(verdict.goal().kind());
      byGoal.computeIfAbsent(row, goal -> new ArrayList<>()).add(verdict);
    }
    List<List<String>> rows = new ArrayList<>();
    byGoal.forEach(
        (row, all) -> {
          List<String> cells = new ArrayList<>(List.of(row.split(",", -1)));
          cells.add(from(all));
          cells.addAll(figures(all));
          rows.add(cells);
        });
    return new Table(
        proof.claim().name() + ": what is proved, from what",
        List.of("goal", "is", "from", "obligations", "proved", "SMTInterpol s", "Z3 s"),
        rows);
  }

  /** One row for each action. */
  static Table byGroup(Proof proof, List<ObligationResult> verdicts) {
    List<List<String>> rows = new ArrayList<>();
    for (Group group : proof.groups()) {
      List<String> cells = new ArrayList<>(List.of(group.name()));
      cells.addAll(figures(verdicts.stream().filter(v -> v.group().equals(group.name())).toList()));
      rows.add(cells);
    }
    return new Table(
        proof.claim().name() + ": obligations of each action",
        List.of("action", "obligations", "proved", "SMTInterpol s", "Z3 s"),
        rows);
  }

  private static List<String> figures(List<ObligationResult> verdicts) {
    return List.of(
        Integer.toString(verdicts.size()),
        Long.toString(verdicts.stream().filter(ObligationResult::isProved).count()),
        seconds(verdicts, ObligationResult::interpolSeconds),
        seconds(verdicts, ObligationResult::z3Seconds));
  }

  private static String seconds(
      List<ObligationResult> verdicts, Function<ObligationResult, Double> seconds) {
    return String.format(Locale.ROOT, "%.2f", verdicts.stream().mapToDouble(seconds::apply).sum());
  }

  private static String kind(Goal.Kind kind) {
    return switch (kind) {
      case DEFINED -> "no value left unspecified";
      case CONJUNCT -> "conjunct";
      case STATE, STEP -> "promise";
      case SOME_DAY -> "ranking";
    };
  }

  private static String from(List<ObligationResult> verdicts) {
    List<String> groups = verdicts.stream().map(ObligationResult::group).toList();
    List<String> from = new ArrayList<>();
    for (String part : List.of("Init", "Invariant")) {
      if (groups.contains(part)) {
        from.add(part);
      }
    }
    int actions = groups.size() - from.size();
    if (actions > 0) {
      from.add(actions + " actions");
    }
    return String.join(", ", from);
  }
}
