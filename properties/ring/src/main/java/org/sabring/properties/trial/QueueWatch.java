package org.sabring.properties.trial;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.sabring.properties.sample.Call;
import org.sabring.properties.sample.Setup;
import org.sabring.ring.Offered;
import org.sabring.ring.Taken;
import org.sabring.spec.Rule;

/** Knows the one right answer to each call from a queue, and which rule a wrong one breaks. */
final class QueueWatch implements Watch {

  private final int bound;
  private final Deque<Integer> stored = new ArrayDeque<>();
  private boolean closed;
  private boolean cancelled;

  QueueWatch(Setup setup) {
    bound = setup.capacity() - 1;
  }

  @Override
  public void saw(CallRecord record) {
    List<Integer> before = List.copyOf(stored);
    boolean wasFinal = closed || cancelled;
    Answer expected = expected(record.call());
    if (!expected.equals(record.answer())) {
      throw new Violation(
          "%s answered %s, expected %s; stored before it: %s of at most %d"
              .formatted(record.call(), record.answer(), expected, before, bound),
          broken(expected, record.answer(), before, wasFinal));
    }
  }

  private Answer expected(Call call) {
    return switch (call.kind()) {
      case OFFER -> stored(call.argument(), Offered.FULL);
      case PUT_NOW, PUT_BRIEFLY -> stored(call.argument(), Offered.TIMED_OUT);
      case POLL -> taken(Taken.EMPTY);
      case TAKE_NOW, TAKE_BRIEFLY -> taken(Taken.TIMED_OUT);
      case DRAIN -> drained(call.argument());
      case CLOSE -> {
        boolean first = !closed;
        closed = true;
        yield Answer.of(first);
      }
      case CANCEL -> {
        boolean first = !cancelled;
        cancelled = true;
        yield Answer.of(first);
      }
    };
  }

  private Answer stored(int element, Offered whenFull) {
    if (closed) {
      return Answer.of(Offered.CLOSED);
    } else if (cancelled) {
      return Answer.of(Offered.CANCELLED);
    } else if (stored.size() == bound) {
      return Answer.of(whenFull);
    }
    stored.add(element);
    return Answer.of(Offered.STORED);
  }

  private Answer taken(Taken whenEmpty) {
    if (cancelled) {
      return Answer.of(Taken.CANCELLED);
    } else if (stored.isEmpty()) {
      return Answer.of(closed ? Taken.END : whenEmpty);
    }
    return Answer.of(Taken.ELEMENT, List.of(stored.remove()));
  }

  private Answer drained(int limit) {
    List<Integer> elements = new ArrayList<>();
    while (!cancelled && !stored.isEmpty() && elements.size() < limit) {
      elements.add(stored.remove());
    }
    return Answer.of(elements.size(), elements);
  }

  /** The rules that an answer breaks, of which the expected one is the first to differ. */
  private static Rule[] broken(
      Answer expected, Answer answer, List<Integer> stored, boolean wasFinal) {
    int same = 0;
    int both = Math.min(expected.taken().size(), answer.taken().size());
    while (same < both && expected.taken().get(same).equals(answer.taken().get(same))) {
      same++;
    }
    if (same < both) {
      boolean overtook = stored.subList(same, stored.size()).contains(answer.taken().get(same));
      return overtook ? rules(Rule.RB101, Rule.RB102) : rules(Rule.RB103);
    } else if (same < answer.taken().size()) {
      return wasFinal ? rules(Rule.RB502, Rule.RB103) : rules(Rule.RB103);
    } else if (same < expected.taken().size()) {
      return wasFinal ? rules(Rule.RB501, Rule.RB102) : rules(Rule.RB102);
    } else if (expected.says().equals("END") || answer.says().equals("END")) {
      return rules(Rule.RB501);
    }
    return wasFinal ? rules(Rule.RB502) : rules(Rule.RB104);
  }

  private static Rule[] rules(Rule... rules) {
    return rules;
  }
}
