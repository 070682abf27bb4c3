package org.sabring.spec.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;
import org.sabring.spec.linear.DeadEnd;
import org.sabring.spec.linear.Frontier;
import org.sabring.spec.linear.ProducerLog;
import org.sabring.spec.scalar.Scalar;

/**
 * The counterexample of a history: one of the orders that it allows, from its last operations back,
 * up to the one that nothing explains.
 */
final class HistoryWitness {
  private static final int SHOWN = 8;

  private final ProducerLog log;
  private final Iterator<Frontier.Passed> consumer;
  private final List<Interleaving.Line> backwards = new ArrayList<>();

  /** The elements in order; those from {@code taken} to {@code stored - 1} are in the queue. */
  private final List<Scalar> values = new ArrayList<>();

  private int taken;
  private int stored;
  private boolean cancelled;

  private HistoryWitness(Frontier frontier, long at) {
    log = frontier.log();
    consumer = frontier.passed().descendingIterator();
    for (Frontier.Passed passed : frontier.passed()) {
      if (passed.taken() != null) {
        values.add(passed.taken());
      }
    }
    taken = values.size();
    stored = taken + frontier.stored(at);
    values.addAll(log.oldest(frontier.stored(at)));
    cancelled = frontier.isCancelled();
  }

  /** The last operations up to the one that nothing explains, which is the last line. */
  static Interleaving of(Frontier frontier, long at, HistoryEvent last, Rule rule) {
    HistoryWitness witness = new HistoryWitness(frontier, at);
    witness.add(last, at, rule + ": " + DeadEnd.sentence(rule, frontier.bound()));
    boolean all = witness.walk(at);
    Collections.reverse(witness.backwards);
    String from = all ? "from the beginning" : "the last operations";
    return new Interleaving("One order that the history allows, " + from, witness.backwards);
  }

  /** Goes back from where {@code i} operations of the producer have taken effect. */
  private boolean walk(long i) {
    Frontier.@Nullable Passed before = nextPassed();
    while (backwards.size() <= Frontier.REMEMBERED) {
      if (before != null && before.after() >= i) {
        HistoryEvent event = before.event();
        add(event, i, "");
        taken -= before.taken() == null ? 0 : 1;
        cancelled &= event.op() != OperationKind.CANCEL;
        before = nextPassed();
      } else if (i > log.start()) {
        add(log.get(i - 1), i, "");
        stored -= (int) (log.storedBefore(i) - log.storedBefore(i - 1));
        i--;
      } else {
        return i == 0 && before == null;
      }
    }
    return false;
  }

  private Frontier.@Nullable Passed nextPassed() {
    return consumer.hasNext() ? consumer.next() : null;
  }

  private void add(HistoryEvent event, long i, String note) {
    RingSide side = event.side();
    String text = event.line() + ": " + event.action();
    backwards.add(new Interleaving.Line(side, text, memory(i), note));
  }

  private String memory(long i) {
    int count = stored - taken;
    String shown =
        values.stream()
            .skip(taken)
            .limit(Math.min(count, SHOWN))
            .map(Scalar::toString)
            .collect(Collectors.joining(" "));
    return "["
        + shown
        + (count > SHOWN ? " … " + count + " in all]" : "]")
        + (log.isClosedBefore(i) ? " closed" : "")
        + (cancelled ? " cancelled" : "");
  }
}
