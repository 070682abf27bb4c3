package org.sabring.spec.oracle.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.MemoryPicture;
import org.sabring.spec.law.MemoryPicture.Cell;

/** A ring buffer of the last steps, in an order that explains them: the counterexample. */
public final class RecentActions {

  private static final int KEPT = 16;

  private record Taken(RingAction action, long write, long read) {}

  /** The last steps, the next place to write to being {@code count % KEPT}. */
  private final @Nullable RingAction[] actions = new @Nullable RingAction[KEPT];

  private final long[] writes = new long[KEPT];
  private final long[] reads = new long[KEPT];
  private long count;
  private final int capacity;

  /**
   * @param capacity number of slots
   */
  public RecentActions(int capacity) {
    this.capacity = capacity;
  }

  void took(RingAction action, long write, long read) {
    int at = (int) (count++ % KEPT);
    actions[at] = action;
    writes[at] = write;
    reads[at] = read;
  }

  /** Draws the last steps and, at the end, the one that breaks a promise. */
  public Interleaving draw(BrokenPromise broken) {
    TraceAccess culprit = broken.access();
    List<Interleaving.Line> lines = new ArrayList<>();
    for (long i = Math.max(0, count - KEPT); i < count; i++) {
      int at = (int) (i % KEPT);
      Taken taken = new Taken(Objects.requireNonNull(actions[at]), writes[at], reads[at]);
      if (taken.action().access().line() != culprit.line()) {
        lines.add(line(taken));
      }
    }
    String note = broken.rule() + ": " + broken.found();
    lines.add(new Interleaving.Line(broken.side(), culprit.action(), "", note));
    String title = broken.rule() + " at line " + culprit.line() + ": " + culprit.text();
    return new Interleaving(title, lines);
  }

  private Interleaving.Line line(Taken taken) {
    MemoryPicture memory =
        new MemoryPicture(
            List.of(
                new Cell("WRITE", slot(taken.write())),
                new Cell("READ", slot(taken.read())),
                new Cell("stored", taken.write() - taken.read())),
            List.of(),
            null,
            "");
    TraceAccess access = taken.action().access();
    String step = taken.action().step();
    String text = access.line() + ": " + (step.isEmpty() ? "" : step + ": ") + access.action();
    return new Interleaving.Line(access.thread().side(), text, memory, "");
  }

  private long slot(long position) {
    return Math.floorMod(position, (long) capacity);
  }
}
