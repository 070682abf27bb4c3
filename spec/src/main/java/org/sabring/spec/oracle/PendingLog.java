package org.sabring.spec.oracle;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The queue of one side's steps that are read and not yet taken. */
final class PendingLog {
  final Deque<ExplainedStep> pending = new ArrayDeque<>();
  final Deque<ExplainedStep> pendingLooks = new ArrayDeque<>(); // those of pending that depend
  final Deque<ExplainedStep> pendingNotifies = new ArrayDeque<>();
  long version; // how often the own cursor has been stored
  long notified; // which version was the newest when last notified
  @Nullable ExplainedStep asleep;

  /** Takes the next line. */
  void add(ExplainedStep step) {
    pending.addLast(step);
    if (step.depends()) {
      pendingLooks.addLast(step);
    }
    if (step.isNotify()) {
      pendingNotifies.addLast(step);
    }
  }

  /** The first step that needs the peer's cursor to be what it saw, and not newer. */
  @Nullable ExplainedStep firstThatBinds() {
    for (ExplainedStep look : pendingLooks) {
      if (look.isLook() || look.isEqualWait()) {
        return look;
      }
    }
    return null;
  }
}
