package org.sabring.jcstress;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sabring.spec.race.RaceProgram;
import org.sabring.spec.race.RaceRing.Role;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Status;

/**
 * Holds what jcstress saw against what the explorer computed: the shipped ring may show what
 * release/acquire memory allows, and a control has to show what it allows and the shipped ring does
 * not. What should have run and did not, or not in full, is UNKNOWN: jcstress itself does not mind.
 */
final class Judge {

  /** With fewer samples of the shipped ring than this, that nothing was seen says nothing. */
  static final long ENOUGH = 10_000;

  /** The same for a race in which a side may sleep, which takes its time. */
  static final long ENOUGH_WAITS = 1_000;

  /** The same for a race in which each sample has threads of its own. */
  static final long ENOUGH_THREADS = 20;

  /** The outcome of a test that is killed because a side does not come back. */
  private static final List<String> HANGS = List.of(RaceProgram.STALE);

  private final List<Part> parts;

  /**
   * @param parts what the runs left behind
   */
  Judge(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** The verdict on the shipped ring in a race, or on a control. */
  Check check(Race race) {
    Tally tally = tally(race);
    List<String> missing = missing(race);
    return race.role() == Role.CONTROL
        ? control(race, tally, missing)
        : shipped(race, tally, missing);
  }

  /** Whether all ran that should have, and it was only too little to tell. */
  boolean isOpen(Race race) {
    Tally tally = tally(race);
    boolean told =
        switch (race.role()) {
          case SHIPPED -> tally.samples() >= enough(race) || !wrong(race, tally).isEmpty();
          case CONTROL -> tally.times(race::isMistake) > 0 || !wrong(race, tally).isEmpty();
          case WEAKENED -> true;
        };
    return !told && missing(race).isEmpty();
  }

  private static long enough(Race race) {
    if (race.program().terminates()) {
      return ENOUGH_THREADS;
    }
    return race.program().mayWait() ? ENOUGH_WAITS : ENOUGH;
  }

  /** What was seen and contradicts the model, in words; empty if nothing did. */
  private static String wrong(Race race, Tally tally) {
    List<String> wrong = new ArrayList<>();
    List<Tally.Outcome> beyond = tally.beyond(race);
    if (!beyond.isEmpty()) {
      String shipped = race.role() == Role.SHIPPED ? "forbidden " : "failed, and not as named: ";
      wrong.add(shipped + beyond);
    }
    if (tally.threw()) {
      wrong.add("threw");
    }
    if (race.role() == Role.SHIPPED && (tally.hung() || tally.times(HANGS::contains) > 0)) {
      wrong.add("hung, and was killed: " + race.program());
    }
    return String.join("; ", wrong);
  }

  /** All that was seen of a test. */
  Tally tally(Race race) {
    return new Tally(race, parts.stream().flatMap(part -> part.results().stream()).toList());
  }

  private List<String> missing(Race race) {
    List<String> missing = new ArrayList<>();
    List<Part> planned = parts.stream().filter(part -> part.races().contains(race)).toList();
    if (planned.isEmpty()) {
      missing.add(race.name() + " was not planned");
    }
    planned.forEach(part -> missing.addAll(part.missing(race)));
    return missing;
  }

  private Check shipped(Race race, Tally tally, List<String> missing) {
    String wrong = wrong(race, tally);
    if (!wrong.isEmpty()) {
      return verdict(race, tally, Status.FAIL, wrong, missing);
    }
    List<String> gaps = new ArrayList<>(missing);
    String beside = weakened(race, gaps);
    if (tally.samples() < enough(race)) {
      gaps.add("too few to tell");
    }
    String found = "nothing forbidden in " + tally.samples() + " samples";
    SortedSet<String> never = new TreeSet<>(race.allowed());
    tally.seen().forEach(outcome -> never.remove(outcome.id()));
    String unseen = never.isEmpty() ? "" : "; allowed and not seen: " + never;
    Status status = gaps.isEmpty() ? Status.PASS : Status.UNKNOWN;
    return verdict(race, tally, status, found + unseen + beside, gaps);
  }

  /** What became of the same race on weaker accesses; adds to the gaps what should have run. */
  private String weakened(Race shipped, List<String> gaps) {
    StringBuilder said = new StringBuilder();
    for (Race race : weakenedBeside(shipped)) {
      gaps.addAll(missing(race));
      Tally tally = tally(race);
      long times = tally.beyond(shipped).stream().mapToLong(Tally.Outcome::count).sum();
      said.append("; on %s, where more is allowed: ".formatted(race.ring()))
          .append(times == 0 ? "not seen" : "seen " + times + " times")
          .append(" in %d samples".formatted(tally.samples()));
    }
    return said.toString();
  }

  private Set<Race> weakenedBeside(Race shipped) {
    return parts.stream()
        .flatMap(part -> part.races().stream())
        .filter(race -> race.role() == Role.WEAKENED && race.isBeside(shipped))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Check control(Race race, Tally tally, List<String> missing) {
    String wrong = wrong(race, tally);
    if (!wrong.isEmpty()) {
      return verdict(race, tally, Status.FAIL, wrong, missing);
    }
    long times = tally.times(race::isMistake);
    String what = String.join(" ", race.causes()) + " " + race.mistakes();
    if (times > 0) {
      String how = tally.times(HANGS::contains) > 0 ? "hung, and was killed, " : "seen ";
      return verdict(race, tally, Status.PASS, how + times + " times: " + what, missing);
    }
    List<String> gaps = new ArrayList<>(missing);
    gaps.add("without it the shipped ring's verdict has no weight");
    String found = "not seen in " + tally.samples() + " samples: " + what;
    return verdict(race, tally, Status.UNKNOWN, found, gaps);
  }

  private static Check verdict(
      Race race, Tally tally, Status status, String found, List<String> gaps) {
    String detail = gaps.isEmpty() ? found : found + "; " + String.join("; ", gaps);
    boolean control = race.role() == Role.CONTROL;
    return new Check(race.name(), control, race.rules(), status, detail, tally.figures(), null);
  }
}
