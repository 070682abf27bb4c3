package org.sabring.spec.report;

import java.util.ArrayList;
import java.util.List;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Progress;

/** A progress listener that keeps the checks that have ended, for a layer that is interrupted. */
final class Recorder implements Progress {
  private final Progress next;
  private final List<Check> ended = new ArrayList<>();
  private String running = "";

  Recorder(Progress next) {
    this.next = next;
  }

  @Override
  public void checks(int count) {
    next.checks(count);
  }

  @Override
  public void begin(String check) {
    running = check;
    next.begin(check);
  }

  @Override
  public void tick(String text) {
    next.tick(text);
  }

  @Override
  public void end(Check check) {
    running = "";
    ended.add(check);
    next.end(check);
  }

  /** The checks that have ended, and one more, UNKNOWN, that says why there are no others. */
  Evidence brokenOff(String why) {
    List<Check> checks = new ArrayList<>(ended);
    String where = running.isEmpty() ? "" : "in " + running + ": ";
    checks.add(Check.unknown("runs to its end", where + why));
    return new Evidence(checks);
  }
}
