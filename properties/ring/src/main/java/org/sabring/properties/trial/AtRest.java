package org.sabring.properties.trial;

import java.util.ArrayList;
import java.util.List;
import org.sabring.properties.explore.Oracles;
import org.sabring.ring.RingLayout;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.Outcome;
import org.sabring.spec.law.Rule;

/**
 * The invariant of a ring at rest: what its words have to be when no call is under way, as it
 * follows from what their calls answered. The counters are watched here because a history does not
 * show them; {@link Oracles} judge the rest of it.
 */
final class AtRest {

  private final RealRing ring;
  private final List<Violation> violations = new ArrayList<>();

  AtRest(RealRing ring, List<HistoryEvent> events) {
    this.ring = ring;
    List<Integer> stored = values(events, Outcome.STORED);
    int taken = values(events, Outcome.ELEMENT).size();
    RingLayout layout = ring.layout();
    counter("PRODUCED", layout.produced(), stored.size());
    counter("CONSUMED", layout.consumed(), taken);
    boolean closed = events.stream().anyMatch(e -> isDone(e) && e.side().letter().equals("P"));
    boolean cancelled = events.stream().anyMatch(e -> isDone(e) && e.side().letter().equals("C"));
    cursor("WRITE", layout.write(), stored.size(), closed);
    cursor("READ", layout.read(), taken, cancelled);
    for (int number = taken; number < stored.size(); number++) {
      left(number, stored.get(number));
    }
  }

  /** What is not as it has to be. */
  List<Violation> violations() {
    return violations;
  }

  private static List<Integer> values(List<HistoryEvent> events, Outcome outcome) {
    return events.stream().filter(e -> e.outcome() == outcome).map(HistoryEvent::number).toList();
  }

  private static boolean isDone(HistoryEvent event) {
    return event.outcome() == Outcome.DONE;
  }

  private void counter(String name, int word, int expected) {
    check(name + " has grown by", ring.grown(word), expected, Rule.RB402);
  }

  private void cursor(String name, int word, int moves, boolean flagged) {
    int cursor = (ring.start().at() + moves) % ring.layout().capacity();
    int expected = flagged ? cursor | RingLayout.FLAG : cursor;
    check(name + " is", ring.words().getVolatile(word), expected, Rule.RB204);
  }

  private void left(int number, int element) {
    RingLayout layout = ring.layout();
    int slot = layout.slot((ring.start().at() + number) % layout.capacity());
    check("stored is", ring.words().getVolatile(slot), element, Rule.RB102);
  }

  private void check(String what, int found, int expected, Rule rule) {
    if (found != expected) {
      violations.add(new Violation(what + " " + found + ", expected " + expected, rule));
    }
  }
}
