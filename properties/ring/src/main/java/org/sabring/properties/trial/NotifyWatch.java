package org.sabring.properties.trial;

import static org.sabring.spec.Rule.RB303;

import org.sabring.memory.SharedInts;
import org.sabring.properties.trial.Accesses.Access;
import org.sabring.properties.trial.Accesses.Kind;

/** After each store to a cursor the next access of note wakes all who wait on it (RB303). */
final class NotifyWatch implements Watch {

  private final Accesses accesses;

  NotifyWatch(Accesses accesses) {
    this.accesses = accesses;
  }

  @Override
  public void saw(CallRecord record) {
    Access moved = null;
    for (Access access : accesses.since()) {
      if (moved != null) {
        boolean wakesAll =
            access.kind() == Kind.NOTIFY
                && access.word() == moved.word()
                && access.value() == SharedInts.ALL;
        Violation.check(wakesAll, moved + " is followed by " + access, RB303);
      }
      moved = access.kind() == Kind.STORE ? access : null;
    }
    Violation.check(moved == null, moved + " is followed by nothing", RB303);
  }
}
