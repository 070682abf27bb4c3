package org.sabring.spec.oracle.shapes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;
import org.sabring.spec.oracle.Judgement;
import org.sabring.spec.oracle.TraceFinding;

/** The verdicts on many runs of one shape, right or with one mistake. */
final class Trial {

  private final Shape shape;
  private final @Nullable Mistake mistake;

  /** Runs that took other elements than were put, or in which somebody sleeps for ever. */
  int wrong;

  int runs;
  final Map<Rule, Integer> rules = new TreeMap<>();
  final List<String> complaints = new ArrayList<>();
  private int unknown;

  Trial(Shape shape, @Nullable Mistake mistake) {
    this.shape = shape;
    this.mistake = mistake;
  }

  /** Runs once, and has it judged as it may have been recorded. */
  void run(long seed) throws IOException {
    Random random = new Random(seed);
    Run run = new Run(shape, mistake, random);
    runs++;
    boolean shows = run.deadlocked || !isInOrder(run);
    wrong += shows ? 1 : 0;
    if (mistake == null && shows) {
      complaints.add("the harness: " + shape.name() + " seed " + seed + " " + run.taken);
    }
    for (Recording.Way way : Recording.Way.values()) {
      boolean stated = random.nextBoolean();
      Recording recording = new Recording(run, shape, way, stated, random);
      judge(recording, way, stated, shows, seed);
    }
  }

  private void judge(
      Recording recording, Recording.Way way, boolean stated, boolean shows, long seed)
      throws IOException {
    Judgement judgement = recording.judge();
    TraceFinding finding = judgement.finding();
    String where = " [%s seed %d %s %s]".formatted(shape.name(), seed, way, stated ? "stated" : "");
    if (finding != null) {
      rules.merge(finding.rule(), 1, Integer::sum);
      if (mistake == null) {
        complaints.add("ACCUSED " + finding.rule() + " " + finding.found() + where);
      } else if (!fits(finding.rule(), way)) {
        complaints.add(mistake + " UNFITTING " + finding.rule() + " " + finding.found() + where);
      }
      return;
    }
    boolean unsure = judgement.status() == Status.UNKNOWN;
    unknown += unsure ? 1 : 0;
    if (mistake == null && unsure && way.isWhole()) {
      complaints.add("UNSURE " + judgement.misfit() + where);
    }
    boolean told =
        judgement.notes().stream()
                .anyMatch(note -> note.contains("right only if it waits for more"))
            || (unsure && judgement.misfit() != null && judgement.misfit().startsWith("no access"));
    if (mistake != null && shows && way.isWhole() && !told) {
      complaints.add(
          mistake + (unsure ? " MISSED, unsure: " + judgement.misfit() : " MISSED") + where);
    }
  }

  /** In a part of a run, a cursor that goes wrong may be seen by the other side alone. */
  private boolean fits(Rule rule, Recording.Way way) {
    boolean seen = !way.isWhole() && (rule == Rule.RB203 || rule == Rule.RB204);
    return seen || (mistake != null && mistake.rules.contains(rule));
  }

  /** The elements taken are those that were put, in their order. */
  private static boolean isInOrder(Run run) {
    for (int i = 0; i < run.taken.size(); i++) {
      if (!run.taken.get(i).equals(ProducerProgram.element(i, 0))) {
        return false;
      }
    }
    return true;
  }

  int unsure() {
    return unknown;
  }
}
