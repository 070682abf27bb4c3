package org.sabring.spec.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.AccessKind;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.MemoryPicture;
import org.sabring.spec.law.MemoryPicture.Cell;
import org.sabring.spec.law.Word;
import org.sabring.spec.trace.StepEvent;

/**
 * A ring buffer of the last steps, and the memory as all steps so far have made it: the
 * counterexample of a trace.
 */
final class RecentSteps {

  private static final int KEPT = 16;

  private record Taken(
      ExplainedStep step, int write, int read, int produced, int consumed, long stored) {

    Interleaving.Line line() {
      MemoryPicture memory =
          new MemoryPicture(
              List.of(
                  new Cell("WRITE", MemoryLayout.show(write)),
                  new Cell("READ", MemoryLayout.show(read)),
                  new Cell("PRODUCED", Integer.toUnsignedString(produced)),
                  new Cell("CONSUMED", Integer.toUnsignedString(consumed)),
                  new Cell("stored", stored)),
              List.of(),
              null,
              "");
      String text = step.step() + ": " + step.event().text();
      return new Interleaving.Line(step.event().side(), text, memory, "");
    }
  }

  private final Deque<Taken> kept = new ArrayDeque<>();
  private int write;
  private int read;
  private int produced;
  private int consumed;
  private long stored;

  void took(ExplainedStep step) {
    StepEvent event = step.event();
    if (event.access() == AccessKind.STORE) {
      if (event.word() == Word.WRITE) {
        stored += MemoryLayout.isFlagged(event.value()) ? 0 : 1;
        write = event.value();
      } else if (event.word() == Word.READ) {
        stored -= MemoryLayout.isFlagged(event.value()) ? 0 : 1;
        read = event.value();
      }
    } else if (event.access() == AccessKind.ADD) {
      produced += event.word() == Word.PRODUCED ? 1 : 0;
      consumed += event.word() == Word.CONSUMED ? 1 : 0;
    }
    if (kept.size() == KEPT) {
      kept.removeFirst();
    }
    kept.addLast(new Taken(step, write, read, produced, consumed, stored));
  }

  /**
   * Draws the last steps and, at the end, the one that nothing explains.
   *
   * @param title what it shows
   * @param culprit the line that nothing explains; null if it is that nothing more happens
   */
  Interleaving draw(String title, @Nullable StepEvent culprit, String note) {
    List<Interleaving.Line> lines = new ArrayList<>();
    kept.forEach(taken -> lines.add(taken.line()));
    if (culprit != null) {
      lines.add(new Interleaving.Line(culprit.side(), culprit.text(), "?", note));
    }
    return new Interleaving(title, lines);
  }
}
