package org.sabring.properties.trial;

import static org.sabring.ring.RingLayout.cursor;
import static org.sabring.ring.RingLayout.isFlagged;
import static org.sabring.spec.RingLayout.show;
import static org.sabring.spec.Rule.RB204;
import static org.sabring.spec.Rule.RB502;

import org.sabring.properties.trial.Accesses.Access;
import org.sabring.properties.trial.Accesses.Kind;
import org.sabring.ring.RingLayout;
import org.sabring.spec.Rule;

/**
 * Every store to a cursor moves it by one slot within the data or sets its flag (RB204), and no
 * store follows the flag (RB502); a call makes as many moves as it stored or took elements.
 */
final class CursorWatch implements Watch {

  private final Accesses accesses;

  CursorWatch(Accesses accesses) {
    this.accesses = accesses;
  }

  @Override
  public void saw(CallRecord record) {
    RingLayout layout = record.layout();
    int[] words = record.before().clone();
    int moves = 0;
    for (Access access : accesses.since()) {
      if (access.kind() == Kind.STORE) {
        moves += move(layout, words[access.word()], access.value());
        words[access.word()] = access.value();
      }
    }
    int elements = record.stored() + record.taken();
    check(moves == elements, moves + " moves for " + elements + " elements", RB204);
    for (int word : new int[] {layout.write(), layout.read()}) {
      int now = record.after()[word];
      check(now == words[word], "cursor " + show(now) + " was stored by nobody", RB204);
    }
  }

  /** How many slots on: 0 if it is the flag that was stored. */
  private static int move(RingLayout layout, int from, int to) {
    String found = "cursor from " + show(from) + " to " + show(to);
    check(!isFlagged(from), found + " after its flag", RB502);
    check(cursor(to) >= 0 && cursor(to) < layout.capacity(), found + " leaves the data", RB204);
    if (isFlagged(to)) {
      check(cursor(to) == from, found + " closes and moves", RB204);
      return 0;
    }
    check(to == layout.next(from), found + " is not one slot", RB204);
    return 1;
  }

  private static void check(boolean holds, String found, Rule rule) {
    Violation.check(holds, found, rule);
  }
}
