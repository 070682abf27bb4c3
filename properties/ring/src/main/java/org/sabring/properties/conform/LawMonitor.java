package org.sabring.properties.conform;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Monitor;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Rest;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;

/**
 * Holds every step of a program against the law: it is some step of the law, or none that the law
 * would know of.
 *
 * @param law which is followed
 * @param at where the law may be
 * @param labels what the code's steps are to the law; changes as they are taken
 */
record LawMonitor(FollowedLaw law, int at, Labels labels) implements Monitor {

  /** What was seen, and how the next thing will be seen. */
  record Labelled(Seen seen, Labels labels) {}

  /** Says what the steps of the code are to the law: an immutable value. */
  interface Labels {
    Labelled stepped(Step step);

    Labelled said(int side, Object what);
  }

  @Override
  public Monitor stepped(Step step, Memory after) {
    return then(labels.stepped(step), null);
  }

  @Override
  public Monitor said(int side, Object what) {
    return then(labels.said(side, what), what);
  }

  @Override
  public void rested(Rest rest) {
    // the law says who may sleep
  }

  private Monitor then(Labelled next, @Nullable Object what) {
    int then = law.after(at, next.seen());
    if (then == FollowedLaw.NONE) {
      throw new PropertyViolation(
          "the law does not allow %s%s; it allows %s"
              .formatted(next.seen(), what == null ? "" : " (" + what + ")", law.allows(at)));
    }
    return new LawMonitor(law, then, next.labels());
  }

  @Override
  public int hashCode() {
    return at * 31 + labels.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LawMonitor monitor
        && at == monitor.at
        && Objects.equals(labels, monitor.labels)
        && law == monitor.law;
  }
}
