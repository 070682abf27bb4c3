package org.sabring.explore.search;

import java.util.List;
import java.util.Objects;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Memory.Read;
import org.sabring.explore.memory.Update;
import org.sabring.explore.runtime.Access;

/** The transitions of loads, stores, updates and fences. */
final class AccessTransitions {

  private AccessTransitions() {}

  /** Adds them; false if the access is another. */
  static boolean add(EnabledSteps to) {
    Access access = to.access();
    Memory memory = to.memory;
    int location = access.location();
    if (to.ground.scene().isLocal(access)) {
      addLocal(to, access);
      return true;
    }
    switch (access.kind()) {
      case LOAD -> addReads(to, location, memory.loads(to.known, location, access.mode()));
      case ADD ->
          addReads(to, location, memory.additions(to.known, location, access.argument(), 32));
      case UPDATE -> addReads(to, location, updates(to, access));
      case WEAK_UPDATE -> addWeakUpdates(to, access);
      case STORE ->
          memory
              .stores(to.known, location, access.argument(), access.mode())
              .forEach(after -> to.answer(0, after));
      case FENCE -> to.answer(0, memory.fenced(to.known, Objects.requireNonNull(access.fence())));
      case SPIN, FREEZE -> {}
      default -> {
        return false;
      }
    }
    return true;
  }

  private static List<Read> updates(EnabledSteps to, Access access) {
    Update update = Objects.requireNonNull(access.update());
    return to.memory.updates(to.known, access.location(), update, access.mode());
  }

  private static void addReads(EnabledSteps to, int location, List<Read> reads) {
    for (Read read : reads) {
      long value = read.value();
      Memory after = to.ground.dereferenced(to.side, location, value, read.memory());
      to.take(value, read.age(), after, next -> next.answer(to.side, value));
    }
  }

  /** What no other side can see, but for the order of others. */
  private static void addLocal(EnabledSteps to, Access access) {
    LocalEffect taken = LocalEffect.of(to.state.locals(), access);
    to.take(
        taken == null ? 0 : taken.answer(),
        0,
        to.ground.ordered(to.side, access, to.memory),
        next -> next.answer(to.side, next.local(to.side, access)));
  }

  /** It may fail for no reason, even where no other side can see it. */
  private static void addWeakUpdates(EnabledSteps to, Access access) {
    if (to.ground.scene().locations().isShared(access.location())) {
      for (Read read : updates(to, access)) {
        boolean stores = Objects.requireNonNull(access.update()).stores(read.value());
        long answer = stores ? 1 : 0;
        to.take(answer, read.age(), read.memory(), next -> next.answer(to.side, answer));
      }
    } else {
      addLocal(to, access);
    }
    to.special(Step.FAILS, access, 0, to.memory, next -> next.answer(to.side, 0));
  }
}
