package org.sabring.jcstress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sabring.jcstress.RaceTrial.Role;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;

/**
 * The judge of jcstress's results: of the shipped ring nothing that a test forbids may be seen, and
 * of a control something must. What should have run and did not, or not in full, is UNKNOWN:
 * jcstress itself does not mind.
 */
final class RaceJudge {

  /**
   * The least number of samples of the shipped ring: with fewer, that nothing was seen says
   * nothing.
   */
  static final long ENOUGH = 1_000;

  /** The same for a race in which each sample has threads of its own. */
  static final long ENOUGH_THREADS = 20;

  /**
   * The least number of times that a control's mistake has to be seen. On a busy machine a thread
   * may have to wait for a processor for so long that the other side counts as left asleep: once,
   * and not again.
   */
  static final long NO_CHANCE = 2;

  private final List<RunResult> parts;

  /**
   * @param parts what the runs left behind
   */
  RaceJudge(List<RunResult> parts) {
    this.parts = List.copyOf(parts);
  }

  /** The verdict on the shipped ring in a race, or on a control. */
  Check check(RaceTrial trial) {
    Tally tally = tally(trial);
    List<String> missing = missing(trial);
    return trial.role() == Role.CONTROL
        ? control(trial, tally, missing)
        : shipped(trial, tally, missing);
  }

  /** Whether all ran that should have, and it was only too little to tell. */
  boolean isOpen(RaceTrial trial) {
    Tally tally = tally(trial);
    boolean told =
        switch (trial.role()) {
          case SHIPPED -> tally.samples() >= enough(trial) || !wrong(tally).isEmpty();
          case CONTROL -> isSeen(tally);
          case WEAKENED -> true;
        };
    return !told && missing(trial).isEmpty();
  }

  private static long enough(RaceTrial trial) {
    return trial.terminates() ? ENOUGH_THREADS : ENOUGH;
  }

  /** Whether something was seen that the test forbids, and not by chance. */
  private static boolean isSeen(Tally tally) {
    return tally.timesForbidden() >= NO_CHANCE || tally.hung();
  }

  /** What was seen and must not be, in words; empty if nothing was. */
  private static String wrong(Tally tally) {
    return Stream.of(
            tally.forbidden().isEmpty() ? "" : "forbidden " + tally.forbidden(),
            tally.threw() ? "threw" : "",
            tally.hung() ? "hung, and was killed" : "")
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** All that was seen of a trial. */
  Tally tally(RaceTrial trial) {
    return new Tally(trial, parts.stream().flatMap(part -> part.results().stream()).toList());
  }

  private List<String> missing(RaceTrial trial) {
    List<String> missing = new ArrayList<>();
    List<RunResult> planned = parts.stream().filter(part -> part.trials().contains(trial)).toList();
    if (planned.isEmpty()) {
      missing.add(trial.name() + " was not planned");
    }
    planned.forEach(part -> missing.addAll(part.missing(trial)));
    return missing;
  }

  private Check shipped(RaceTrial trial, Tally tally, List<String> missing) {
    String wrong = wrong(tally);
    if (!wrong.isEmpty()) {
      return verdict(trial, tally, Status.FAIL, wrong, missing);
    }
    List<String> gaps = new ArrayList<>(missing);
    String beside = weakened(trial, gaps);
    if (tally.samples() < enough(trial)) {
      gaps.add("too few to tell");
    }
    String found = "nothing forbidden in " + tally.samples() + " samples";
    String unseen = tally.missed().isEmpty() ? "" : "; allowed and not seen: " + tally.missed();
    Status status = gaps.isEmpty() ? Status.PASS : Status.UNKNOWN;
    return verdict(trial, tally, status, found + unseen + beside, gaps);
  }

  /** What became of the same race on weaker accesses; adds to the gaps what should have run. */
  private String weakened(RaceTrial shipped, List<String> gaps) {
    StringBuilder said = new StringBuilder();
    for (RaceTrial trial : weakenedBeside(shipped)) {
      gaps.addAll(missing(trial));
      Tally tally = tally(trial);
      long times = tally.timesForbidden();
      said.append("; on %s: ".formatted(trial.ring()))
          .append(times == 0 ? "not seen" : "seen " + times + " times")
          .append(" in %d samples".formatted(tally.samples()));
    }
    return said.toString();
  }

  private List<RaceTrial> weakenedBeside(RaceTrial shipped) {
    return parts.stream()
        .flatMap(part -> part.trials().stream())
        .filter(trial -> trial.role() == Role.WEAKENED && trial.isBeside(shipped))
        .distinct()
        .toList();
  }

  private static Check control(RaceTrial trial, Tally tally, List<String> missing) {
    String mistake = trial.planted().mistake();
    if (isSeen(tally)) {
      String how = tally.isStale() ? "hung, and was killed, " : "seen ";
      String found = how + tally.timesForbidden() + " times: " + mistake + " " + tally.forbidden();
      return verdict(trial, tally, Status.PASS, found, missing);
    }
    List<String> gaps = new ArrayList<>(missing);
    gaps.add("without it the shipped ring's verdict has no weight");
    String seen = tally.forbidden().isEmpty() ? "not seen" : "seen only once";
    String found = seen + " in " + tally.samples() + " samples: " + mistake;
    return verdict(trial, tally, Status.UNKNOWN, found, gaps);
  }

  private static Check verdict(
      RaceTrial trial, Tally tally, Status status, String found, List<String> gaps) {
    String detail = gaps.isEmpty() ? found : found + "; " + String.join("; ", gaps);
    boolean control = trial.role() == Role.CONTROL;
    return new Check(trial.name(), control, trial.rules(), status, detail, tally.figures(), null)
        .over(Map.of("on", System.getProperty("os.arch")));
  }
}
